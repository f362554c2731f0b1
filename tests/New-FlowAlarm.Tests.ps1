BeforeAll {
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    . "$PSScriptRoot/Support/Cloud.ps1"
    $test = Start-TestCloud { param($cloud) Get-FlowAlarm @cloud -ErrorAction Stop }
    $cloud = $test.Cloud
    $topic = 'arn:aws:sns:us-east-1:123456789012:alerts'
}

AfterAll { Stop-TestCloud $test }

Describe 'New-FlowAlarm' {
    BeforeEach { if ($test.Gap) { Set-ItResult -Skipped -Because $test.Gap } }

    It 'makes an alarm and gives it back' {
        $made = New-FlowAlarm made RejectedFlows -Threshold 5 -AlarmAction $topic -Description 'Somebody knocks.' @cloud
        $made | Should -BeOfType 'FlowLogs.FlowAlarm'
        $read = Get-FlowAlarm made @cloud
        foreach ($alarm in $made, $read) {
            $alarm.MetricName | Should -BeExactly 'RejectedFlows'
            $alarm.MetricNamespace | Should -BeExactly 'FlowLogs'
            $alarm.Threshold | Should -Be 5
            $alarm.AlarmActions | Should -Be $topic
            $alarm.AlarmDescription | Should -BeExactly 'Somebody knocks.'
            $alarm.StateValue | Should -BeIn 'OK', 'ALARM', 'INSUFFICIENT_DATA'
        }
    }

    It 'leaves an alarm with the same settings as it is' {
        $null = New-FlowAlarm same RejectedFlows -AlarmAction $topic @cloud
        $changed = (Get-FlowAlarm same @cloud).AlarmConfigurationUpdatedTimestamp
        $said = New-FlowAlarm same RejectedFlows -AlarmAction $topic -Verbose @cloud 4>&1
        ($said | Where-Object { $_ -is [Management.Automation.VerboseRecord] }).Message | Should -BeLike '*same is there already*'
        ($said | Where-Object { $_ -is [FlowLogs.FlowAlarm] }).AlarmConfigurationUpdatedTimestamp | Should -Be $changed
    }

    It 'replaces an alarm with other settings only with -Force' {
        $null = New-FlowAlarm other RejectedFlows -Threshold 1 @cloud
        $null = New-FlowAlarm other RejectedFlows -Threshold 2 @cloud -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'AlarmExists,*'
        $problems[0].CategoryInfo.Category | Should -Be 'ResourceExists'
        (Get-FlowAlarm other @cloud).Threshold | Should -Be 1
        (New-FlowAlarm other RejectedFlows -Threshold 2 -Force @cloud).Threshold | Should -Be 2
    }

    It 'takes the metric of a metric filter' {
        $filter = New-FlowMetricFilter my-flow-log piped REJECT -MetricName Piped -MetricNamespace Own @cloud
        $alarm = $filter | New-FlowAlarm piped @cloud
        $alarm.MetricName | Should -BeExactly 'Piped'
        $alarm.MetricNamespace | Should -BeExactly 'Own'
    }

    It 'makes metric filter and alarm in one step, once' {
        $alarm = New-FlowAlarm ssh -LogGroupName my-flow-log -DstPort 22 -Action REJECT @cloud
        $alarm.MetricName | Should -BeExactly 'ssh'
        $filter = Get-FlowMetricFilter my-flow-log ssh @cloud
        $filter.FilterPattern | Should -BeLike '*dstport = 22*action = "REJECT"*'
        $filter.MetricName | Should -BeExactly 'ssh'
        $filter.DefaultValue | Should -Be 0
        $again = New-FlowAlarm ssh -LogGroupName my-flow-log -DstPort 22 -Action REJECT @cloud
        $again.AlarmConfigurationUpdatedTimestamp | Should -Be $alarm.AlarmConfigurationUpdatedTimestamp
    }

    It 'does not take over a metric filter with other settings' {
        $null = New-FlowMetricFilter my-flow-log taken ACCEPT -MetricName Taken -MetricNamespace FlowLogs @cloud
        $null = New-FlowAlarm taken -LogGroupName my-flow-log -FilterPattern REJECT @cloud -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'MetricFilterExists,*'
        (Get-FlowMetricFilter my-flow-log taken @cloud).FilterPattern | Should -BeExactly 'ACCEPT'
        @(Get-FlowAlarm 'taken*' @cloud).Count | Should -Be 0
        $null = New-FlowAlarm taken -LogGroupName my-flow-log -FilterName another -FilterPattern REJECT @cloud
        (Get-FlowMetricFilter my-flow-log another @cloud).MetricName | Should -BeExactly 'taken'
    }

    It 'makes nothing with -WhatIf' {
        New-FlowAlarm not-made -LogGroupName my-flow-log -FilterPattern REJECT @cloud -WhatIf | Should -BeNullOrEmpty
        @(Get-FlowAlarm 'not-made*' @cloud).Count | Should -Be 0
        @(Get-FlowMetricFilter my-flow-log 'not-made*' @cloud).Count | Should -Be 0
    }
}

# Nothing of this needs a cloud: an endpoint that keeps what it is sent will do.
Describe 'What New-FlowAlarm sends' {
    It 'has defaults that a rare event can be watched with' {
        $sent = (Invoke-WithEndpoint 'New-FlowAlarm a m @cloud').Requests
        $sent.Operation | Should -Be 'DescribeAlarms', 'PutMetricAlarm', 'DescribeAlarms'
        $sent[1].Body | Should -BeExactly (-join @(
                '{"ActionsEnabled":true,"AlarmName":"a","ComparisonOperator":"GreaterThanOrEqualToThreshold","EvaluationPeriods":1,'
                '"MetricName":"m","Namespace":"FlowLogs","Period":300,"Statistic":"Sum","Threshold":1,"TreatMissingData":"notBreaching"}'))
    }

    It 'is a metric filter with a default, and an alarm without a unit' {
        $sent = (Invoke-WithEndpoint 'New-FlowAlarm a -LogGroupName g -FilterPattern REJECT @cloud').Requests
        $sent.Operation | Should -Be 'DescribeAlarms', 'DescribeMetricFilters', 'PutMetricFilter', 'PutMetricAlarm', 'DescribeAlarms'
        $sent[2].Body | Should -Match '"defaultValue":0,"metricName":"a","metricNamespace":"FlowLogs","metricValue":"1","unit":"Count"'
        $sent[3].Body | Should -Match '"MetricName":"a"'
        $sent[3].Body | Should -Not -Match 'Unit'
    }

    It 'is told where only the metric filter could be made' {
        $result = Invoke-WithEndpoint 'New-FlowAlarm a -LogGroupName g -FilterPattern REJECT @cloud' @{
            PutMetricAlarm = '{"__type":"AccessDeniedException","message":"You may not."}'
        }
        $result.Error.FullyQualifiedErrorId | Should -BeLike 'AccessDenied,*'
        "$($result.Error)" | Should -BeLike '*metric filter a in g was made before that, and stays.'
    }
}

Describe 'New-FlowAlarm refuses' {
    It '<Case> before it calls' -ForEach @(
        @{ Case = 'a long name'; Id = 'InvalidAlarmName'; Arguments = @{ AlarmName = 'x' * 256; MetricName = 'm' } }
        @{ Case = 'a period of 90 seconds'; Id = 'InvalidPeriod'; Arguments = @{ AlarmName = 'a'; MetricName = 'm'; Period = 90 } }
        @{ Case = 'too many periods'; Id = 'InvalidEvaluationPeriods'; Arguments = @{ AlarmName = 'a'; MetricName = 'm'; EvaluationPeriods = 289 } }
        @{ Case = 'more datapoints than periods'; Id = 'InvalidDatapointsToAlarm'; Arguments = @{ AlarmName = 'a'; MetricName = 'm'; DatapointsToAlarm = 2 } }
        @{ Case = 'an unknown statistic'; Id = 'InvalidStatistic'; Arguments = @{ AlarmName = 'a'; MetricName = 'm'; Statistic = 'Median' } }
        @{ Case = 'an action that is no ARN'; Id = 'InvalidAction'; Arguments = @{ AlarmName = 'a'; MetricName = 'm'; AlarmAction = 'topic' } }
        @{ Case = 'a field as a dimension'; Id = 'InvalidDimension'; Arguments = @{ AlarmName = 'a'; MetricName = 'm'; Dimension = @{ Interface = '$eni' } } }
        @{ Case = 'conditions without a log group'; Id = 'NoLogGroup'; Arguments = @{ AlarmName = 'a'; MetricName = 'm'; DstPort = 22 } }
        @{ Case = 'neither metric nor log group'; Id = 'NoMetric'; Arguments = @{ AlarmName = 'a' } }
        @{ Case = 'a log group without a pattern'; Id = 'NoFilter'; Arguments = @{ AlarmName = 'a'; LogGroupName = 'g' } }
        @{ Case = 'a bad pattern'; Id = 'InvalidFilterPattern'; Arguments = @{ AlarmName = 'a'; LogGroupName = 'g'; FilterPattern = '[a, a]' } }
    ) {
        { New-FlowAlarm @Arguments -Region us-east-1 -Credential @{ AccessKey = 'a'; SecretKey = 'b' } -EndpointUrl http://127.0.0.1:1 } |
            Should -Throw -ErrorId "$Id,*"
    }
}
