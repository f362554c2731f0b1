BeforeAll {
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
}

Describe 'Start-FlowSandbox' {
    AfterEach {
        $null = Stop-FlowSandbox
    }

    It 'listens on loopback, on a free port' {
        $one = Start-FlowSandbox
        $two = Start-FlowSandbox
        $one.EndpointUrl | Should -BeExactly "http://127.0.0.1:$($one.Port)"
        $two.Port | Should -Not -Be $one.Port
        @(Get-FlowLogGroup -EndpointUrl $two.EndpointUrl).Count | Should -BeGreaterThan 0
    }

    It 'can be given as it is' {
        $sandbox = Start-FlowSandbox
        (Get-FlowLogGroup my-flow-log -EndpointUrl $sandbox).LogGroupName | Should -Be 'my-flow-log'
    }

    It 'gives the same logs for the same seed, and others for another' {
        $lines = foreach ($seed in 5, 5, 6) {
            $sandbox = Start-FlowSandbox -Seed $seed
            , @(Get-FlowLogEvent my-flow-log -EndpointUrl $sandbox -First 200 | ForEach-Object { "$_" })
        }
        ($lines[0] -join "`n") | Should -BeExactly ($lines[1] -join "`n")
        ($lines[0] -join "`n") | Should -Not -BeExactly ($lines[2] -join "`n")
    }

    It 'says that a port is taken' {
        $taken = Start-FlowSandbox
        Start-FlowSandbox -Port $taken.Port -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'PortInUse,*'
    }

    It 'brings new records with -Live' {
        $live = Start-FlowSandbox -Live
        $still = Start-FlowSandbox
        $count = @(Get-FlowLogEvent my-flow-log -EndpointUrl $still).Count
        @(Get-FlowLogEvent my-flow-log -EndpointUrl $live).Count | Should -BeGreaterOrEqual $count
    }

    It 'loses nothing to a reader although <_> happens' -ForEach @(
        'Throttling', 'ServerError', 'Reset', 'Truncate', 'Slow', 'EmptyPages', 'RepeatedTokens', 'DuplicateEvents', 'OutOfOrderPages'
    ) {
        $good = Start-FlowSandbox
        $bad = Start-FlowSandbox -Fault $_ -FaultRate 0.3
        $expected = Get-FlowLogEvent my-flow-log -EndpointUrl $good | ForEach-Object { "$_" }
        $read = Get-FlowLogEvent my-flow-log -EndpointUrl $bad -ErrorVariable problems | ForEach-Object { "$_" }
        $problems | Should -BeNullOrEmpty
        @($read).Count | Should -Be @($expected).Count
    }

    It 'does not know other faults' {
        { Start-FlowSandbox -Fault Rain } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
        { Start-FlowSandbox -FaultRate 2 } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
    }

    It 'sends payloads to no other computer' {
        $destinations = @{ 'arn:aws:lambda:us-east-1:123456789012:function:f' = 'http://192.0.2.1/' }
        { Start-FlowSandbox -SubscriptionDestination $destinations } | Should -Throw -ErrorId 'InvalidDestination,*'
    }

    It 'starts nothing with -WhatIf' {
        Start-FlowSandbox -WhatIf | Should -BeNullOrEmpty
    }
}
