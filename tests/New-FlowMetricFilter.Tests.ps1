BeforeAll {
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    $sandbox = Start-FlowSandbox -Seed 7
    $cloud = @{ EndpointUrl = $sandbox.EndpointUrl }
    $ssh = '[version, account, eni, source, destination, srcport, dstport=22, protocol=6, packets, bytes, windowstart, windowend, action, flowlogstatus]'
    $common = @{ LogGroupName = 'my-flow-log'; MetricNamespace = 'Test'; MetricName = 'Count' }
}

AfterAll {
    $null = $sandbox | Stop-FlowSandbox
}

Describe 'New-FlowMetricFilter' {
    It 'makes a filter and gives it back' {
        $made = New-FlowMetricFilter my-flow-log SSHAccess $ssh -MetricName SSHAccessCount -MetricNamespace MyFlowLogs -Unit Count @cloud
        $made | Should -BeOfType 'FlowLogs.FlowMetricFilter'
        $made.MetricValue | Should -BeExactly '1'

        $read = Get-FlowMetricFilter my-flow-log SSHAccess @cloud
        $read.FilterPattern | Should -BeExactly $ssh
        $read.MetricName | Should -BeExactly 'SSHAccessCount'
        $read.MetricNamespace | Should -BeExactly 'MyFlowLogs'
        $read.Unit | Should -BeExactly 'Count'
        $read.DefaultValue | Should -BeNullOrEmpty
        $read.CreationTime | Should -Not -BeNullOrEmpty
    }

    It 'passes value and default, or dimensions' {
        $null = New-FlowMetricFilter -FilterName bytes -FilterPattern '[v, a, eni, s, d, sp, dp, p, packets, bytes, ...]' -MetricValue '$bytes' -DefaultValue 0 @common @cloud
        $read = Get-FlowMetricFilter my-flow-log bytes @cloud
        $read.MetricValue | Should -BeExactly '$bytes'
        $read.DefaultValue | Should -Be 0

        $null = New-FlowMetricFilter -FilterName by-interface -FilterPattern '[v, a, eni, ...]' -Dimension @{ Interface = '$eni' } @common @cloud
        (Get-FlowMetricFilter my-flow-log by-interface @cloud).Dimensions['Interface'] | Should -BeExactly '$eni'
    }

    It 'replaces the filter of the same name' {
        $null = New-FlowMetricFilter -FilterName twice -FilterPattern 'ACCEPT' @common @cloud
        $null = New-FlowMetricFilter -FilterName twice -FilterPattern 'REJECT' @common @cloud
        (Get-FlowMetricFilter my-flow-log twice @cloud).FilterPattern | Should -BeExactly 'REJECT'
    }

    It 'makes nothing with -WhatIf' {
        New-FlowMetricFilter -FilterName not-made -FilterPattern '' @common @cloud -WhatIf | Should -BeNullOrEmpty
        @(Get-FlowMetricFilter my-flow-log 'not-made*' @cloud).Count | Should -Be 0
    }

    It 'refuses a bad pattern before it calls' {
        { New-FlowMetricFilter -FilterName bad -FilterPattern '[a, a]' @common -EndpointUrl http://127.0.0.1:1 } |
            Should -Throw -ErrorId 'InvalidFilterPattern,*'
    }

    It 'says that the group is missing' {
        $null = New-FlowMetricFilter no-such-group name '' -MetricName m -MetricNamespace n @cloud -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'LogGroupNotFound,*'
    }
}
