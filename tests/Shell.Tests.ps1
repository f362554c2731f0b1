# A script run by the host does what it does under pwsh: the same tests pass under both.

BeforeAll {
    . $PSScriptRoot/Support/Child.ps1

    # Unlike the host, pwsh has to be told that nobody looks at its colours.
    $noColor = $env:NO_COLOR
    if ($Host.Name -ne 'FlowLogs.Shell') { $env:NO_COLOR = '1' }

    # Writes a script and runs it in a process of its own: its lines, errors among them as text, and its exit code.
    function Invoke-Text($text) {
        $file = [IO.Path]::Combine($TestDrive, 'script.ps1')
        [IO.File]::WriteAllText($file, $text)
        $lines = @(Invoke-ChildScript $file @args 2>&1 | ForEach-Object { "$_" })
        [pscustomobject] @{ Lines = $lines; Text = $lines -join "`n"; ExitCode = $LASTEXITCODE }
    }
}

AfterAll { $env:NO_COLOR = $noColor }

Describe 'the exit code of a script' {
    It 'is <Code> after <Script>' -ForEach @(
        @{ Code = 0; Script = '1' }
        @{ Code = 5; Script = 'exit 5' }
        @{ Code = 5; Script = 'function Stop-It { exit 5 }; Stop-It; 1' }
        @{ Code = 1; Script = 'throw "on purpose"' }
        @{ Code = 1; Script = '$ErrorActionPreference = "Stop"; Get-Nothing; exit 0' }
        @{ Code = 0; Script = 'Get-Nothing' }
        @{ Code = 0; Script = '& dotnet exec none.dll 2>&1 | Out-Null' }
        @{ Code = 1; Script = 'if (' }
    ) {
        (Invoke-Text $Script).ExitCode | Should -Be $Code
    }
}

Describe 'the arguments of a script' {
    BeforeAll {
        $script = 'param([string] $Name, [switch] $Flag, [int] $Count = 1, [Parameter(ValueFromRemainingArguments)] $Rest)
            "$Name|$Flag|$Count|$Rest"'
    }

    It 'can be given by name' { (Invoke-Text $script -Name a -Count 2 -Flag).Text | Should -Be 'a|True|2|' }
    It 'can be given by the start of a name' { (Invoke-Text $script -N a -C 2).Text | Should -Be 'a|False|2|' }
    It 'can be given with a colon' { (Invoke-Text $script '-Name:a b' '-Flag:$false').Text | Should -Be 'a b|False|1|' }
    It 'can be given by position' { (Invoke-Text $script a 2 c 'd e').Text | Should -Be 'a|False|2|c d e' }
    It 'end up in $args without a param block' { (Invoke-Text '"$args"' a -b c).Text | Should -Be 'a -b c' }

    It 'are refused where they do not fit' {
        $result = Invoke-Text $script -Count x
        $result.ExitCode | Should -Be 1
        $result.Text | Should -Match "parameter 'Count'"
    }
}

Describe 'a script' {
    It 'knows where it lies' {
        (Invoke-Text '"$PSScriptRoot|$PSCommandPath|$($MyInvocation.MyCommand.Path)"').Text |
            Should -Be "$TestDrive|$TestDrive/script.ps1|$TestDrive/script.ps1".Replace('/', [IO.Path]::DirectorySeparatorChar)
    }

    It 'goes on after an error, which names the line' {
        $result = Invoke-Text "'before'`nGet-Nothing`n'after'"
        $result.Lines[0] | Should -Be 'before'
        $result.Lines | Should -Contain 'after'
        $result.Text | Should -Match 'script\.ps1:2'
    }

    It 'writes its errors to standard error, and the rest to standard output' {
        $file = [IO.Path]::Combine($TestDrive, 'streams.ps1')
        [IO.File]::WriteAllText($file, "'out'; `$Host.UI.WriteWarningLine('warning'); Get-Nothing; throw 'thrown'")
        $output = (Invoke-ChildScript $file 2>$null) -join "`n"
        $output | Should -Match 'out'
        $output | Should -Match 'WARNING: warning'
        $output | Should -Not -Match 'Get-Nothing|thrown'
    }

    It 'knows how a native program ended, and what it said' {
        $result = Invoke-Text '$said = & dotnet --version; "$LASTEXITCODE $said"; & dotnet exec none.dll *> $null; $LASTEXITCODE -ne 0'
        $result.Lines[0] | Should -Match '^0 \d+\.'
        $result.Lines[1] | Should -Be 'True'
    }

    It 'has its objects formatted' {
        $result = Invoke-Text '[pscustomobject] @{ Port = 22; Action = "ACCEPT" }'
        $result.Text | Should -Match 'Port\s+Action'
        $result.Text | Should -Match '22\s+ACCEPT'
    }

    It 'is not coloured where nobody looks' {
        (Invoke-Text '[pscustomobject] @{ Port = 22 }; Get-Nothing').Text | Should -Not -Match ([char] 27)
    }
}
