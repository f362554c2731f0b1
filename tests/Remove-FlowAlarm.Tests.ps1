BeforeAll {
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    . "$PSScriptRoot/Support/Cloud.ps1"
    $test = Start-TestCloud { param($cloud) Get-FlowAlarm @cloud -ErrorAction Stop }
    $cloud = $test.Cloud
}

AfterAll { Stop-TestCloud $test }

Describe 'Remove-FlowAlarm' {
    BeforeEach {
        if ($test.Gap) { Set-ItResult -Skipped -Because $test.Gap }
        foreach ($name in 'one', 'two') { $null = New-FlowAlarm $name Rejects @cloud }
    }

    It 'removes an alarm and gives back what was there' {
        $removed = Remove-FlowAlarm one @cloud
        $removed | Should -BeOfType 'FlowLogs.FlowAlarm'
        $removed.MetricName | Should -BeExactly 'Rejects'
        (Get-FlowAlarm @cloud).AlarmName | Should -Be 'two'
    }

    It 'takes alarms from the pipeline' {
        @(Get-FlowAlarm @cloud | Remove-FlowAlarm @cloud).Count | Should -Be 2
        @(Get-FlowAlarm @cloud).Count | Should -Be 0
    }

    It 'removes nothing with -WhatIf' {
        Remove-FlowAlarm one @cloud -WhatIf | Should -BeNullOrEmpty
        @(Get-FlowAlarm @cloud).Count | Should -Be 2
    }

    It 'says which alarm is missing and goes on with the next' {
        $removed = Remove-FlowAlarm no-such-alarm, two @cloud -ErrorAction SilentlyContinue -ErrorVariable problems
        $removed.AlarmName | Should -BeExactly 'two'
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'AlarmNotFound,*'
    }
}

Describe 'Remove-FlowAlarm of one who may not look' {
    It 'removes all the same' {
        $result = Invoke-WithEndpoint 'Remove-FlowAlarm a @cloud' @{ DescribeAlarms = '{"__type":"AccessDenied","message":"You may not."}' }
        $result.Requests.Operation | Should -Be 'DescribeAlarms', 'DeleteAlarms'
        $result.Error | Should -BeNullOrEmpty
    }
}
