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

    It 'starts nothing with -WhatIf' {
        Start-FlowSandbox -WhatIf | Should -BeNullOrEmpty
    }
}
