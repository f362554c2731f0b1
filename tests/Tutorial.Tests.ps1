# The tutorial from its beginning to its end, in a process of its own, as a person runs it.
BeforeAll {
    . "$PSScriptRoot/Support/Child.ps1"
    . "$PSScriptRoot/Support/Cloud.ps1"
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    $tutorial = "$PSScriptRoot/../examples/tutorial.ps1"
    $noColor = $env:NO_COLOR
    $env:NO_COLOR = '1'

    # Gives the text, the exit code, and the text of each step by its beginning.
    function Invoke-Tutorial {
        $lines = @(Invoke-ChildScript $tutorial @args 2>&1 | ForEach-Object { "$_" })
        [pscustomobject] @{ Text = $lines -join "`n"; ExitCode = $LASTEXITCODE }
    }

    function Get-Step($text, $beginning) {
        @($text -split '(?m)^(?=\d+\. )').Where({ $_ -like "*. $beginning*" })[0]
    }
}

AfterAll { $env:NO_COLOR = $noColor }

Describe 'examples/tutorial.ps1' {
    BeforeAll { $run = Invoke-Tutorial }

    It 'runs to the end' {
        $run.Text | Should -Not -BeLike '*tutorial.ps1:*'
        $run.ExitCode | Should -Be 0
        $run.Text | Should -Not -BeLike '*not here*'
    }

    It '<Does>' -ForEach @(
        @{ Does = 'shows a log group'; Step = 'A flow log writes'; Shows = '\nmy-flow-log +\d+' }
        @{ Does = 'shows streams'; Step = 'In the group there is a log stream'; Shows = '(\neni-[0-9a-f]{17}-all .*){4}' }
        @{ Does = 'shows a line'; Step = 'The first event of the stream'; Shows = '\n2 \d{12} eni-' }
        @{ Does = 'explains the tokens'; Step = 'The service answers in pages'; Shows = '(?s)page with 3 events.*nextForwardToken +f/\S+\s+nextBackwardToken +b/\S+' }
        @{ Does = 'shows records'; Step = 'Events come as records'; Shows = '(\n\d{4}-\d\d-\d\dT.* REJECT .*){5}' }
        @{ Does = 'tells how complete they are'; Step = 'How complete'; Shows = 'Complete +: (True|False)' }
        @{ Does = 'shows 14 fields'; Step = 'A record has 14 fields'; Shows = '(\n +[a-z-]+ +[A-Za-z]+ +\S.*){14}' }
        @{ Does = 'tests a filter'; Step = 'A filter pattern names the fields'; Shows = '\n[1-9]\d* of \d+ events match' }
        @{ Does = 'asks the service about the filter'; Step = 'The service finds the same'; Shows = '(?s)agrees about 50 events.*gives the same [1-9]\d* events' }
        @{ Does = 'makes a metric filter'; Step = 'A metric filter counts'; Shows = 'MetricName +: SSHAccessCount' }
        @{ Does = 'makes an alarm'; Step = 'An alarm watches'; Shows = 'Sum >= 10' }
        @{ Does = 'makes a subscription'; Step = 'A subscription sends'; Shows = 'DestinationArn +: arn:aws:lambda' }
        @{ Does = 'shows the metric'; Step = 'The metric, as CloudWatch'; Shows = '\n\d{4}-\S+ +[1-9]\d* Sum' }
        @{ Does = 'shows the alarm in alarm'; Step = 'And the alarm'; Shows = '\nTutorialSSH +ALARM ' }
        @{ Does = 'reads what the subscription sent'; Step = 'What the subscription sent'; Shows = '(?s) payloads? with [1-9]\d* records.* 22 ACCEPT' }
        @{ Does = 'follows the log'; Step = 'Without a destination'; Shows = '(\n +\S+ → \S+:22 .*){5}' }
        @{ Does = 'follows the log live'; Step = 'Without a destination'; Shows = 'by itself(?s).*\n +\S+ → \S+:22 ' }
        @{ Does = 'cleans up'; Step = 'What was made is removed'; Shows = 'removed' }
    ) {
        Get-Step $run.Text $Step | Should -Match $Shows
    }
}

Describe 'examples/tutorial.ps1 with an emulator' {
    BeforeAll {
        $program = @(Get-Command moto_server -CommandType Application -ErrorAction Ignore)[0]
        if ($program) {
            $moto = Start-Moto
            $before = $env:AWS_ACCESS_KEY_ID, $env:AWS_SECRET_ACCESS_KEY
            $env:AWS_ACCESS_KEY_ID = $env:AWS_SECRET_ACCESS_KEY = 'test'
            $run = Invoke-Tutorial -EndpointUrl $moto.EndpointUrl -Region us-east-1
        }
    }

    AfterAll {
        if ($moto) {
            $env:AWS_ACCESS_KEY_ID, $env:AWS_SECRET_ACCESS_KEY = $before
            Stop-Moto $moto
        }
    }

    BeforeEach { if (-not $program) { Set-ItResult -Skipped -Because 'moto_server is not installed' } }

    It 'runs to the end and lists what is lacking' {
        $run.Text | Should -Not -BeLike '*tutorial.ps1:*'
        $run.ExitCode | Should -Be 0
        $last = @($run.Text -split "`n")[-1]
        $last | Should -BeLike 'not here, *'
        foreach ($part in 'TestMetricFilter', 'filter patterns in searches', 'datapoints of metric filters', 'the state of alarms', 'live tail') {
            $last | Should -BeLike "*$part*"
        }
    }

    It 'does everything else' {
        Get-Step $run.Text 'The service answers in pages' | Should -Match '(?s)page with 3 events.*nextForwardToken +f/\S+\s+nextBackwardToken +b/\S+'
        Get-Step $run.Text 'A filter pattern names the fields' | Should -Match '\n[1-9]\d* of \d+ events match'
        Get-Step $run.Text 'A metric filter counts' | Should -Match 'MetricName +: SSHAccessCount'
        Get-Step $run.Text 'Without a destination' | Should -Match '(\n +\S+ → \S+:22 .*){5}'
    }

    It 'leaves nothing behind' {
        $cloud = @{ EndpointUrl = $moto.EndpointUrl; Region = 'us-east-1' }
        @(Get-FlowLogGroup @cloud).Count | Should -Be 0
        @(Get-FlowAlarm @cloud).Count | Should -Be 0
    }
}
