BeforeAll {
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    $sandbox = Start-FlowSandbox -Seed 7
    $cloud = @{ EndpointUrl = $sandbox.EndpointUrl }
}

AfterAll {
    $null = $sandbox | Stop-FlowSandbox
}

Describe 'Set-FlowMetricFilter' {
    BeforeEach {
        $null = New-FlowMetricFilter my-flow-log bytes '[v, a, eni, s, d, sp, dp, p, packets, bytes, ...]' -MetricName Bytes -MetricNamespace A -MetricValue '$bytes' -DefaultValue 0 -Unit Bytes @cloud
    }

    It 'changes what is given and keeps the rest' {
        $changed = Set-FlowMetricFilter my-flow-log bytes -MetricName Traffic @cloud
        $changed.MetricName | Should -BeExactly 'Traffic'
        $read = Get-FlowMetricFilter my-flow-log bytes @cloud
        $read.MetricName | Should -BeExactly 'Traffic'
        $read.MetricNamespace | Should -BeExactly 'A'
        $read.MetricValue | Should -BeExactly '$bytes'
        $read.DefaultValue | Should -Be 0
        $read.Unit | Should -BeExactly 'Bytes'
    }

    It 'takes a default value away, so that there can be dimensions' {
        $null = Set-FlowMetricFilter my-flow-log bytes -DefaultValue $null -Dimension @{ Interface = '$eni' } @cloud
        $read = Get-FlowMetricFilter my-flow-log bytes @cloud
        $null -eq $read.DefaultValue | Should -BeTrue
        $read.Dimensions['Interface'] | Should -BeExactly '$eni'
        $null = Set-FlowMetricFilter my-flow-log bytes -Dimension @{} @cloud
        (Get-FlowMetricFilter my-flow-log bytes @cloud).Dimensions.Count | Should -Be 0
    }

    It 'copies filters from one group to another through New-FlowMetricFilter' {
        $null = New-FlowLogGroup copies @cloud
        $null = New-FlowMetricFilter my-flow-log by-interface '[v, a, eni, ...]' -MetricName M -MetricNamespace A -Dimension @{ Interface = '$eni' } @cloud
        $null = Get-FlowMetricFilter my-flow-log @cloud | ForEach-Object {
            $_ | New-FlowMetricFilter -LogGroupName copies @cloud
        }
        (Get-FlowMetricFilter copies bytes @cloud).MetricValue | Should -BeExactly '$bytes'
        (Get-FlowMetricFilter copies by-interface @cloud).Dimensions['Interface'] | Should -BeExactly '$eni'
    }

    It 'takes conditions for the filters that come down the pipeline' {
        $null = Get-FlowMetricFilter my-flow-log bytes @cloud | Set-FlowMetricFilter -DstPort 22 -MetricValue 1 @cloud
        (Get-FlowMetricFilter my-flow-log bytes @cloud).FilterPattern | Should -BeLike '*dstport = 22*'
        { Set-FlowMetricFilter my-flow-log bytes -FilterPattern '' -DstPort 22 @cloud } | Should -Throw -ErrorId 'AmbiguousFilter,*'
    }

    It 'changes nothing with -WhatIf' {
        Set-FlowMetricFilter my-flow-log bytes -MetricName Other @cloud -WhatIf | Should -BeNullOrEmpty
        (Get-FlowMetricFilter my-flow-log bytes @cloud).MetricName | Should -BeExactly 'Bytes'
    }

    It 'says that a filter is missing' {
        Set-FlowMetricFilter my-flow-log no-such-filter -MetricName M @cloud -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'MetricFilterNotFound,*'
    }
}
