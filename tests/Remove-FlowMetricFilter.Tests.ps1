BeforeAll {
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    $sandbox = Start-FlowSandbox -Seed 7
    $cloud = @{ EndpointUrl = $sandbox.EndpointUrl }
}

AfterAll {
    $null = $sandbox | Stop-FlowSandbox
}

Describe 'Remove-FlowMetricFilter' {
    BeforeEach {
        foreach ($name in 'one', 'two') {
            $null = New-FlowMetricFilter my-flow-log $name 'REJECT' -MetricName Rejects -MetricNamespace A @cloud
        }
    }

    It 'removes a filter and gives back what was there' {
        $removed = Remove-FlowMetricFilter my-flow-log one @cloud
        $removed.FilterName | Should -BeExactly 'one'
        $removed.FilterPattern | Should -BeExactly 'REJECT'
        (Get-FlowMetricFilter my-flow-log @cloud).FilterName | Should -Be 'two'
    }

    It 'takes filters from the pipeline' {
        (Get-FlowMetricFilter my-flow-log @cloud | Remove-FlowMetricFilter @cloud).FilterName | Should -Be 'one', 'two'
        @(Get-FlowMetricFilter my-flow-log @cloud).Count | Should -Be 0
    }

    It 'removes nothing with -WhatIf' {
        Remove-FlowMetricFilter my-flow-log one @cloud -WhatIf | Should -BeNullOrEmpty
        @(Get-FlowMetricFilter my-flow-log @cloud).Count | Should -Be 2
    }

    It 'says that a filter is missing' {
        Remove-FlowMetricFilter my-flow-log no-such-filter @cloud -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'MetricFilterNotFound,*'
    }
}
