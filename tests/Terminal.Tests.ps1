# What a log's text cannot do: steer the terminal in which it is shown. What the pipeline carries stays as it is.
BeforeAll {
    . "$PSScriptRoot/Support/Child.ps1"
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    $manifest = [IO.Path]::GetFullPath("$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1")
    $esc = [string] [char] 27

    # Clears the screen, sets the title, and turns the direction of what follows.
    $evil = "$esc[2J$esc]0;owned$([char] 7)$([char] 0x9b)31m$([char] 0x202e)"
    $shown = "$([char] 0x241b)[2J$([char] 0x241b)]0;owned$([char] 0x2407)$([char] 0xfffd)31m$([char] 0xfffd)"
    $line = "2 123456789012 eni-1 10.0.0.1$evil 10.0.0.2 1 2 6 1 1 1600000000 1600000010 ACCEPT OK"

    # Runs code in a process of its own, with the line in $line, and gives what a terminal would get.
    function Get-Shown([string] $code) {
        [IO.File]::WriteAllText("$TestDrive/line.txt", $line)
        [IO.File]::WriteAllText("$TestDrive/show.ps1", @"
# pwsh would take some sequences out by itself where nobody looks.
if (`$PSStyle) { `$PSStyle.OutputRendering = 'Ansi' }
[Console]::OutputEncoding = [Text.UTF8Encoding]::new(`$false)
Import-Module '$manifest'
`$line = [IO.File]::ReadAllText('$TestDrive/line.txt')
$code
"@)
        @(Invoke-ChildScript "$TestDrive/show.ps1" 2>&1 | ForEach-Object { "$_" }) -join "`n"
    }

    # Styles of the shell's own are sequences, too; what the log brought must not be among them.
    function Assert-Harmless([string] $text) {
        foreach ($part in "$esc[2J", "$esc]0;", [string] [char] 7, [string] [char] 0x9b, [string] [char] 0x202e) {
            $text.Contains($part) | Should -BeFalse -Because ($text -replace '[\p{Cc}-[\n]]', '?')
        }
    }
}

Describe 'Text of a log in a terminal' {
    It 'is shown harmlessly <Where>' -ForEach @(
        @{ Where = 'in the list of a match'; Code = 'Test-FlowFilter "" $line' }
        @{ Where = 'in the list of a result'; Code = 'Test-FlowFilter REJECT $line -Explain' }
        @{ Where = 'in values that a pattern takes'; Code = 'Test-FlowFilter "[a, b, c, source, ...]" $line' }
        @{ Where = 'in a measurement'; Code = '$line | ConvertFrom-FlowLog | Measure-FlowLog -GroupBy SrcAddr' }
        @{ Where = 'as a line'; Code = '$line | ConvertFrom-FlowLog | ConvertTo-FlowLog' }
        @{ Where = 'as a raw line'; Code = 'Get-FlowLogEvent -Path "$PSScriptRoot/line.txt" -Raw' }
        @{ Where = 'in an error about a line'; Code = '"$line too many fields" | ConvertFrom-FlowLog' }
        @{ Where = 'in a question'; Code = 'Remove-FlowMetricFilter group $line -WhatIf -Region us-east-1 -EndpointUrl http://127.0.0.1:9 -Credential @{ AccessKey = "a"; SecretKey = "b" }' }
    ) {
        $text = Get-Shown $Code
        Assert-Harmless $text
        $text | Should -Match ([char] 0x241b)
    }

    It 'is shown harmlessly in the table of records' {
        $text = Get-Shown '$line | ConvertFrom-FlowLog'
        Assert-Harmless $text
        $text | Should -BeLike "*10.0.0.1$([char] 0x241b)*"
    }

    It 'is shown harmlessly in lists and tables of one''s own making' {
        if (-not $ExecutionContext.InvokeCommand.GetCommand('Format-List', 'Cmdlet')) {
            Set-ItResult -Skipped -Because 'this host has no Format-List'
            return
        }
        $text = Get-Shown '$line | ConvertFrom-FlowLog | Format-List'
        Assert-Harmless $text
        $text.Contains("10.0.0.1$shown") | Should -BeTrue
    }

    It 'is what it is in the pipeline' {
        $record = $line | ConvertFrom-FlowLog
        $record.SrcAddr | Should -BeExactly "10.0.0.1$evil"
        "$record" | Should -BeExactly $line
        $written = $record | ConvertTo-FlowLog
        $written | Should -BeOfType 'string'
        $written | Should -BeExactly $line
        $written.Length | Should -Be $line.Length
        (Test-FlowFilter '' $line).Message | Should -BeExactly $line
        $null = "$line x" | ConvertFrom-FlowLog -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].TargetObject | Should -BeExactly "$line x"
        $problems[0].CategoryInfo.TargetName.Contains($esc) | Should -BeFalse
    }
}

Describe 'Names of a service in a terminal' {
    BeforeAll {
        . "$PSScriptRoot/../examples/Emulator.ps1"
        $sandbox = Start-FlowSandbox
        $name = "eni-1$esc[2J’; 'x"
        $null = Invoke-LogsCall $sandbox.EndpointUrl CreateLogGroup @{ logGroupName = 'names' }
        $null = Invoke-LogsCall $sandbox.EndpointUrl CreateLogStream @{ logGroupName = 'names'; logStreamName = $name }
    }

    AfterAll { $null = $sandbox | Stop-FlowSandbox }

    It 'are shown harmlessly in tables' {
        $text = Get-Shown "Get-FlowLogStream names -EndpointUrl $($sandbox.EndpointUrl) -Region us-east-1 -Credential @{ AccessKey = 'a'; SecretKey = 'b' }"
        Assert-Harmless $text
        $text | Should -BeLike "*eni-1$([char] 0x241b)``[2J*"
        (Get-FlowLogStream names -EndpointUrl $sandbox).LogStreamName | Should -BeExactly $name
    }

    It 'are offered harmlessly, and as one argument' {
        $typed = "Get-FlowLogEvent -EndpointUrl $($sandbox.EndpointUrl) names "
        $offer = (TabExpansion2 $typed $typed.Length).CompletionMatches[0]
        "$($offer.ListItemText)$($offer.ToolTip)".Contains($esc) | Should -BeFalse
        $errors = $null
        $tokens = $null
        $block = [Management.Automation.Language.Parser]::ParseInput("x $($offer.CompletionText)", [ref] $tokens, [ref] $errors)
        $errors.Count | Should -Be 0
        $block.EndBlock.Statements.Count | Should -Be 1
        $block.EndBlock.Statements[0].PipelineElements[0].CommandElements[1].Value | Should -BeExactly $name
    }
}
