BeforeAll {
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    . "$PSScriptRoot/Support/Cloud.ps1"
    $test = Start-TestCloud { param($cloud) Get-FlowAlarm @cloud -ErrorAction Stop }
    $cloud = $test.Cloud
    if (-not $test.Gap) {
        $null = New-FlowMetricFilter my-flow-log ssh REJECT -MetricName Ssh -MetricNamespace Scans @cloud
        $null = New-FlowMetricFilter my-flow-log all REJECT -MetricName All -MetricNamespace Scans @cloud
        $null = New-FlowAlarm scan-all All -MetricNamespace Scans @cloud
        $null = New-FlowAlarm scan-ssh Ssh -MetricNamespace Scans @cloud
        $null = New-FlowAlarm unrelated Bytes -MetricNamespace Other @cloud
    }
}

AfterAll { Stop-TestCloud $test }

Describe 'Get-FlowAlarm' {
    BeforeEach { if ($test.Gap) { Set-ItResult -Skipped -Because $test.Gap } }

    It 'lists alarms' {
        $alarms = @(Get-FlowAlarm @cloud)
        $alarms.AlarmName | Should -Be 'scan-all', 'scan-ssh', 'unrelated'
        $alarms[0] | Should -BeOfType 'FlowLogs.FlowAlarm'
        $alarms[0].StateUpdatedTimestamp.Offset | Should -Be ([TimeSpan]::Zero)
    }

    It 'finds alarms by name: <Name>' -ForEach @(
        @{ Name = 'scan-ssh'; Count = 1 }
        @{ Name = 'scan-*'; Count = 2 }
        @{ Name = '*ssh'; Count = 1 }
        @{ Name = 'SCAN-*'; Count = 0 }
    ) {
        @(Get-FlowAlarm $Name @cloud).Count | Should -Be $Count
    }

    It 'finds alarms by metric, state and log group' {
        (Get-FlowAlarm -MetricName Ssh @cloud).AlarmName | Should -Be 'scan-ssh'
        @(Get-FlowAlarm -MetricName Ssh -MetricNamespace Elsewhere @cloud).Count | Should -Be 0
        (Get-FlowAlarm -LogGroupName my-flow-log @cloud).AlarmName | Should -Be 'scan-all', 'scan-ssh'
        $state = (Get-FlowAlarm scan-ssh @cloud).StateValue
        @(Get-FlowAlarm 'scan-*' -State $state @cloud).AlarmName | Should -Contain 'scan-ssh'
        @(Get-FlowAlarm scan-ssh -State ALARM @cloud).Count | Should -Be ([int] ($state -eq 'ALARM'))
    }

    It 'takes metric filters from the pipeline' {
        (Get-FlowMetricFilter my-flow-log all @cloud | Get-FlowAlarm @cloud).AlarmName | Should -Be 'scan-all'
    }

    It 'says which alarm is missing and goes on with the next' {
        $found = Get-FlowAlarm no-such-alarm, unrelated @cloud -ErrorAction SilentlyContinue -ErrorVariable problems
        $found.AlarmName | Should -BeExactly 'unrelated'
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'AlarmNotFound,*'
        $problems[0].TargetObject | Should -Be 'no-such-alarm'
    }

    It 'completes names' {
        $line = "Get-FlowAlarm -EndpointUrl $($cloud.EndpointUrl) -Region us-east-1 -Credential @{ AccessKey = 'a'; SecretKey = 'b' } -AlarmName scan"
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'scan-all', 'scan-ssh'
    }
}
