# What the help says of the cmdlets is what they are, and its examples run. Every cmdlet has its page, and the files that
# belong to it.
BeforeDiscovery {
    $root = [IO.Path]::GetDirectoryName($PSScriptRoot)
    Import-Module "$root/out/FlowLogs/FlowLogs.psd1"
    $commands = foreach ($name in (Get-Module FlowLogs).ExportedCmdlets.Keys) { @{ Name = $name } }
    $pages = foreach ($file in [IO.Directory]::GetFiles("$root/docs/en-US", '*.md')) {
        @{ Name = [IO.Path]::GetFileNameWithoutExtension($file) }
    }
    $examples = foreach ($page in $pages) {
        $text = [IO.File]::ReadAllText("$root/docs/en-US/$($page.Name).md")
        foreach ($heading in [regex]::Matches($text, '(?m)^### Example (\d+)')) {
            @{ Name = $page.Name; Number = [int] $heading.Groups[1].Value }
        }
    }
}

BeforeAll {
    $root = [IO.Path]::GetDirectoryName($PSScriptRoot)
    $manifest = "$root/out/FlowLogs/FlowLogs.psd1"
    Import-Module $manifest

    # What is below a heading of a page, down to the next one of its level.
    function Get-Section($name, $heading) {
        $text = [IO.File]::ReadAllText("$root/docs/en-US/$name.md") -replace '\r'
        $level = ($heading -split ' ')[0]
        if ($text -notmatch "(?ms)^$heading[^\n]*\n(?<body>.*?)(^#{1,$($level.Length)} |\z)") { return '' }
        $Matches.body.Trim()
    }

    # The code of an example, without what it prints.
    function Get-ExampleCode($name, $number) {
        $blocks = [regex]::Matches((Get-Section $name "### Example ${number}:"), '(?ms)^```powershell\n(.*?)^```')
        ($blocks | ForEach-Object { $_.Groups[1].Value }) -join "`n"
    }

    # Set name and text of each block under SYNTAX, on one line.
    function Get-PageSyntax($name) {
        $blocks = [regex]::Matches((Get-Section $name '## SYNTAX'), '(?ms)(?:^### (?<set>[^\n]+)\n+)?^```\n(?<text>.*?)^```')
        foreach ($block in $blocks) { "$($block.Groups['set'].Value): $($block.Groups['text'].Value -replace '\s+', ' ')".Trim() }
    }

    function Get-CommandSyntax($command) {
        foreach ($set in $command.ParameterSets) {
            $title = if ($set.Name -ne '__AllParameterSets') { $set.Name + $(if ($set.IsDefault) { ' (Default)' }) }
            "${title}: $($command.Name) $set"
        }
    }

    function Get-OwnParameter($command) {
        $common = [Management.Automation.Cmdlet]::CommonParameters
        $command.Parameters.Values | Where-Object { $_.Name -notin $common }
    }

    # A parameter's facts in the words of Get-Help. Where sets differ, Get-Help has those of the first.
    function Get-Fact($command, $parameter) {
        $first = $command.ParameterSets | Where-Object { $_.Parameters.Name -contains $parameter.Name }
        $facts = @($first)[0].Parameters | Where-Object { $_.Name -eq $parameter.Name }
        $ways = @(
            if ($facts.ValueFromPipeline) { 'ByValue' }
            if ($facts.ValueFromPipelineByPropertyName) { 'ByPropertyName' }
        )
        @{
            required      = "$($facts.IsMandatory)"
            position      = if ($facts.Position -ge 0) { "$($facts.Position)" } else { 'named' }
            aliases       = if ($facts.Aliases) { $facts.Aliases -join ', ' } else { 'none' }
            pipelineInput = if ($ways) { "True ($($ways -join ', '))" } else { 'False' }
            globbing      = "$([bool] ($parameter.Attributes | Where-Object { $_ -is [Management.Automation.SupportsWildcardsAttribute] }))"
        }
    }
}

Describe 'Help of <Name>' -ForEach $commands {
    BeforeAll {
        $command = Get-Command $Name
        $help = Get-Help $Name
    }

    It 'has the synopsis and the description of its page' {
        $help.Synopsis | Should -Be (Get-Section $Name '## SYNOPSIS')
        @($help.Description)[0].Text | Should -Not -BeNullOrEmpty
    }

    It 'writes the syntax of every parameter set as the command does' {
        Get-PageSyntax $Name | Should -Be @(Get-CommandSyntax $command)
        @($help.Syntax.SyntaxItem) | Should -HaveCount $command.ParameterSets.Count
    }

    It 'describes the parameters of the command and no others' {
        $described = @($help.Parameters.Parameter.Name)
        $own = @((Get-OwnParameter $command).Name)
        $own | Where-Object { $_ -notin $described } | Should -BeNullOrEmpty
        $described | Where-Object { $_ -notin $own } | Should -BeNullOrEmpty
        $help.Parameters.Parameter | Where-Object { -not $_.Description.Text } | Should -BeNullOrEmpty
    }

    It 'gives the facts of each parameter' {
        $wrong = foreach ($parameter in Get-OwnParameter $command) {
            $described = $help.Parameters.Parameter | Where-Object { $_.Name -eq $parameter.Name }
            $facts = Get-Fact $command $parameter
            foreach ($fact in $facts.Keys) {
                if ($described.$fact -ne $facts[$fact]) {
                    "-$($parameter.Name): $fact is $($facts[$fact]), but $($described.$fact) in the help"
                }
            }
        }
        $wrong | Should -BeNullOrEmpty
    }

    It 'names the types of the output' {
        @($help.ReturnValues.ReturnValue.Type.Name) | Should -Be @($command.OutputType.Name)
    }

    It 'has two examples or more that parse' {
        $count = @($help.Examples.Example).Count
        $count | Should -BeGreaterOrEqual 2
        foreach ($number in 1..$count) {
            $errors = $null
            $code = Get-ExampleCode $Name $number
            $code | Should -Not -BeNullOrEmpty
            $null = [Management.Automation.Language.Parser]::ParseInput($code, [ref] $null, [ref] $errors)
            $errors | Should -BeNullOrEmpty -Because "example $number has to parse"
        }
    }

    It 'describes what all cloud cmdlets have in the same words' {
        foreach ($shared in 'Region', 'ProfileName', 'Credential', 'EndpointUrl') {
            if ($command.Parameters.ContainsKey($shared)) {
                Get-Section $Name "### -$shared" | Should -BeExactly (Get-Section 'Get-FlowLogGroup' "### -$shared")
            }
        }
    }
}

Describe 'Files of <Name>' -ForEach $commands {
    It 'are its class, its tests and its page' {
        "$root/FlowLogs.PS/Commands/$($Name -replace '-')Command.cs" | Should -Exist
        "$root/tests/$Name.Tests.ps1" | Should -Exist
        "$root/docs/en-US/$Name.md" | Should -Exist
    }

    It 'show its output in a view of its own' {
        $formats = [xml] [IO.File]::ReadAllText("$root/FlowLogs.PS/Output/FlowLogs.Format.ps1xml")
        $shown = $formats.Configuration.ViewDefinitions.View.ViewSelectedBy.TypeName
        foreach ($type in (Get-Command $Name).OutputType.Name) {
            if ($type -like 'FlowLogs.*') { $shown | Should -Contain $type }
        }
    }
}

Describe 'Page <Name>' -ForEach $pages {
    It 'belongs to a cmdlet' {
        (Get-Module FlowLogs).ExportedCmdlets.Keys | Should -Contain $Name
    }
}

Describe '<Topic>' -ForEach @{ Topic = 'about_FlowLogs' }, @{ Topic = 'about_FlowLogs_Fields' }, @{ Topic = 'about_FlowLogs_FilterPatterns' } {
    It 'is found by Get-Help and fits into a narrow window' {
        $text = "$(Get-Help $Topic)"
        $text | Should -Match 'LONG DESCRIPTION'
        $text -split '\r?\n' | Where-Object { $_.Length -ge 80 } | Should -BeNullOrEmpty
    }
}

# The examples run as they are written, where their commands are there. Those that call AWS are sent to a sandbox by the
# settings that every AWS tool knows, with keys that are worth nothing elsewhere.
Describe 'Examples' {
    BeforeAll {
        $line = '2 123456789012 eni-0a1b2c3d4e5f67890 {0} 10.0.1.10 51842 22 6 3 180 1770000000 1770000055 {1} OK'
        $lines = @($line -f '203.0.113.9', 'REJECT'; $line -f '198.51.100.7', 'REJECT'; $line -f '192.0.2.8', 'ACCEPT')
        [IO.File]::WriteAllLines("$TestDrive/flow.log", [string[]] $lines)
        [IO.File]::WriteAllLines("$TestDrive/events.csv", [string[]] (@('Id,Message') + ($lines | ForEach-Object { "1,$_" })))
        $null = [IO.Directory]::CreateDirectory("$TestDrive/AWSLogs/123456789012")
        [IO.File]::Copy("$TestDrive/flow.log", "$TestDrive/AWSLogs/123456789012/flow.log")
        [IO.File]::WriteAllText("$TestDrive/credentials", "[audit]`naws_access_key_id=sandbox`naws_secret_access_key=sandbox`n")

        $settings = @{
            AWS_ACCESS_KEY_ID                   = 'sandbox'
            AWS_SECRET_ACCESS_KEY               = 'sandbox'
            AWS_SESSION_TOKEN                   = $null
            AWS_PROFILE                         = $null
            AWS_REGION                          = 'us-east-1'
            AWS_CONFIG_FILE                     = "$TestDrive/config"
            AWS_SHARED_CREDENTIALS_FILE         = "$TestDrive/credentials"
            AWS_IGNORE_CONFIGURED_ENDPOINT_URLS = $null
            AWS_ENDPOINT_URL_CLOUDWATCH_LOGS    = $null
            AWS_ENDPOINT_URL_LOGS               = $null
            AWS_ENDPOINT_URL_EC2                = $null
            AWS_ENDPOINT_URL_S3                 = $null
            AWS_ENDPOINT_URL_CLOUDWATCH         = $null
            AWS_ENDPOINT_URL                    = $null
        }
        $before = @{}
        foreach ($key in $settings.Keys) {
            $before[$key] = [Environment]::GetEnvironmentVariable($key)
            [Environment]::SetEnvironmentVariable($key, $settings[$key] ?? [NullString]::Value)
        }
    }

    AfterAll {
        foreach ($key in $before.Keys) { [Environment]::SetEnvironmentVariable($key, $before[$key] ?? [NullString]::Value) }
    }

    BeforeEach { $env:AWS_ENDPOINT_URL = (Start-FlowSandbox).EndpointUrl }
    AfterEach { $null = Stop-FlowSandbox }

    It 'of <Name> run: <Number>' -ForEach $examples {
        $code = Get-ExampleCode $Name $Number
        $ast = [Management.Automation.Language.Parser]::ParseInput($code, [ref] $null, [ref] $null)
        $used = $ast.FindAll({ $args[0] -is [Management.Automation.Language.CommandAst] }, $true)
        $missing = $used | ForEach-Object { $_.GetCommandName() } | Where-Object { -not (Get-Command $_ -ErrorAction Ignore) }
        if ($missing) { Set-ItResult -Skipped -Because "this host has no $(@($missing)[0])" }

        # A session of its own: nothing is left of one example for the next.
        $state = [initialsessionstate]::CreateDefault2()
        $state.ImportPSModule($manifest)
        $shell = [powershell]::Create($state)
        try {
            $shell.Runspace.SessionStateProxy.Path.SetLocation($TestDrive)
            $shell.Runspace.SessionStateProxy.SetVariable('ErrorActionPreference', 'Stop')
            $output = try { $shell.AddScript($code).Invoke() } catch {
                # The errors of the session come as exceptions of this one.
                if ("$_" -notlike '*does not know*') { throw }
                Set-ItResult -Skipped -Because "the sandbox lacks an operation ($_)"
            }
            if ((Get-Section $Name "### Example ${Number}:") -match '(?m)^```Output' -and $code -notmatch '-WhatIf') {
                $output | Should -Not -BeNullOrEmpty
            }
        }
        finally {
            $shell.Runspace.Dispose()
            $shell.Dispose()
        }
    }
}
