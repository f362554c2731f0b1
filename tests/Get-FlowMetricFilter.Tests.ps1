BeforeAll {
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    $sandbox = Start-FlowSandbox -Seed 7
    $cloud = @{ EndpointUrl = $sandbox.EndpointUrl }
    $null = New-FlowLogGroup other-log @cloud
    foreach ($name in 'one', 'two') {
        $null = New-FlowMetricFilter my-flow-log $name 'REJECT' -MetricName Rejects -MetricNamespace A @cloud
    }
    $null = New-FlowMetricFilter other-log three 'REJECT' -MetricName Rejects -MetricNamespace B @cloud
}

AfterAll {
    $null = $sandbox | Stop-FlowSandbox
}

Describe 'Get-FlowMetricFilter' {
    It 'lists the filters of a group' {
        (Get-FlowMetricFilter my-flow-log @cloud).FilterName | Should -Be 'one', 'two'
    }

    It 'lists the filters of all groups' {
        $names = (Get-FlowMetricFilter @cloud).FilterName
        $names | Should -HaveCount 3
        foreach ($name in 'one', 'two', 'three') {
            $names | Should -Contain $name
        }
    }

    It 'finds filters by name, wildcard and metric' {
        (Get-FlowMetricFilter my-flow-log two @cloud).FilterName | Should -Be 'two'
        (Get-FlowMetricFilter my-flow-log 't*' @cloud).FilterName | Should -Be 'two'
        (Get-FlowMetricFilter -MetricName Rejects -MetricNamespace B @cloud).LogGroupName | Should -Be 'other-log'
    }

    It 'takes groups from the pipeline' {
        (Get-FlowLogGroup other-log @cloud | Get-FlowMetricFilter @cloud).FilterName | Should -Be 'three'
    }

    It 'says that a filter or group is missing' {
        Get-FlowMetricFilter my-flow-log three @cloud -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'MetricFilterNotFound,*'
        Get-FlowMetricFilter no-such-group @cloud -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'LogGroupNotFound,*'
    }
}
