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

    It 'refuses <Case> before it calls' -ForEach @(
        @{ Case = 'a filter name with a colon'; Id = 'InvalidFilterName'; Arguments = @{ FilterName = 'a:b' } }
        @{ Case = 'a long filter name'; Id = 'InvalidFilterName'; Arguments = @{ FilterName = 'x' * 513 } }
        @{ Case = 'a metric name with a dollar'; Id = 'InvalidMetricName'; Arguments = @{ MetricName = 'a$b' } }
        @{ Case = 'a namespace with a star'; Id = 'InvalidMetricNamespace'; Arguments = @{ MetricNamespace = 'a*' } }
        @{ Case = 'a namespace of AWS'; Id = 'InvalidMetricNamespace'; Arguments = @{ MetricNamespace = 'AWS/Logs' } }
        @{ Case = 'a value that is no number'; Id = 'InvalidMetricValue'; Arguments = @{ MetricValue = 'many' } }
        @{ Case = 'a value from a field that is not there'; Id = 'UnknownField'; Arguments = @{ MetricValue = '$bytes' } }
        @{ Case = 'a value from text'; Id = 'InvalidMetricValue'; Arguments = @{ MetricValue = '$a'; FilterPattern = 'REJECT' } }
        @{ Case = 'a value from several members'; Id = 'InvalidMetricValue'; Arguments = @{ MetricValue = '$.a[*]'; FilterPattern = '{ $.a = 1 }' } }
        @{ Case = 'a unit in small letters'; Id = 'InvalidUnit'; Arguments = @{ Unit = 'bytes' } }
        @{ Case = 'an infinite default'; Id = 'InvalidDefaultValue'; Arguments = @{ DefaultValue = [double]::PositiveInfinity } }
        @{ Case = 'a default with dimensions'; Id = 'DefaultValueWithDimensions'; Arguments = @{ DefaultValue = 0; Dimension = @{ A = '$a' } } }
        @{ Case = 'four dimensions'; Id = 'TooManyDimensions'; Arguments = @{ Dimension = @{ A = '$a'; B = '$a'; C = '$a'; D = '$a' } } }
        @{ Case = 'dimensions from text'; Id = 'DimensionsNotSupported'; Arguments = @{ Dimension = @{ A = '$a' }; FilterPattern = 'REJECT' } }
        @{ Case = 'a dimension that is no field'; Id = 'InvalidDimension'; Arguments = @{ Dimension = @{ A = 'fixed' } } }
        @{ Case = 'a dimension from a field that is not there'; Id = 'UnknownField'; Arguments = @{ Dimension = @{ A = '$b' } } }
    ) {
        $all = @{ FilterName = 'name'; FilterPattern = '[a, ...]'; Unit = 'Count' } + $common
        foreach ($key in $Arguments.Keys) {
            $all[$key] = $Arguments[$key]
        }
        { New-FlowMetricFilter @all -EndpointUrl http://127.0.0.1:1 } | Should -Throw -ErrorId "$Id,*"
    }

    It 'takes conditions in place of a pattern' {
        $made = New-FlowMetricFilter -FilterName typed -DstPort 22 -Where { $_.Action -eq 'REJECT' } @common @cloud
        $made.FilterPattern | Should -BeLike '*dstport = 22*action = "REJECT"*'
        $changed = Set-FlowMetricFilter my-flow-log typed -DstPort 3389 @cloud
        $changed.FilterPattern | Should -BeLike '*dstport = 3389*'
        { New-FlowMetricFilter -FilterName none @common @cloud } | Should -Throw -ErrorId 'NoFilter,*'
        { New-FlowMetricFilter -FilterName both -FilterPattern '' -DstPort 22 @common @cloud } | Should -Throw -ErrorId 'AmbiguousFilter,*'
        { New-FlowMetricFilter -FilterName either -Port 22 @common @cloud } | Should -Throw -ErrorId 'NotExpressible,*'
    }

    It 'takes values that the pattern has by number' {
        $null = New-FlowMetricFilter -FilterName numbered -FilterPattern '[a, , ...]' -MetricValue '$2' @common @cloud
        $null = New-FlowMetricFilter -FilterName numbered -FilterPattern '[a, ...]' -MetricValue '$7' @common @cloud
        $null = New-FlowMetricFilter -FilterName json -FilterPattern '{ $.a = 1 }' -MetricValue '$.b.c[0]' @common @cloud
        (Get-FlowMetricFilter my-flow-log json @cloud).MetricValue | Should -BeExactly '$.b.c[0]'
    }

    It 'says that the group is missing' {
        $null = New-FlowMetricFilter no-such-group name '' -MetricName m -MetricNamespace n @cloud -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'LogGroupNotFound,*'
    }
}
