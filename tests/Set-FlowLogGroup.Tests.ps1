BeforeAll {
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    . "$PSScriptRoot/Support/Cloud.ps1"
    $test = Start-TestCloud { param($cloud) Set-FlowLogGroup my-flow-log 1 @cloud -ErrorAction Stop }
    $cloud = $test.Cloud
}

AfterAll { Stop-TestCloud $test }

Describe 'Set-FlowLogGroup' {
    BeforeEach { if ($test.Gap) { Set-ItResult -Skipped -Because $test.Gap } }

    It 'sets how long events are kept, and gives the group' {
        $group = Set-FlowLogGroup my-flow-log 30 @cloud
        $group | Should -BeOfType 'FlowLogs.FlowLogGroup'
        $group.RetentionInDays | Should -Be 30
        (Get-FlowLogGroup my-flow-log @cloud).RetentionInDays | Should -Be 30
    }

    It 'keeps events for ever with <Case>' -ForEach @(
        @{ Case = '0 days'; Arguments = @{ RetentionInDays = 0 } }
        @{ Case = '-NeverExpire'; Arguments = @{ NeverExpire = $true } }
    ) {
        $null = Set-FlowLogGroup my-flow-log 7 @cloud
        (Set-FlowLogGroup my-flow-log @Arguments @cloud).RetentionInDays | Should -BeNullOrEmpty
        (Get-FlowLogGroup my-flow-log @cloud).RetentionInDays | Should -BeNullOrEmpty
    }

    It 'takes groups from the pipeline' {
        (Get-FlowLogGroup my-flow-log @cloud | Set-FlowLogGroup -RetentionInDays 365 @cloud).RetentionInDays | Should -Be 365
    }

    It 'changes nothing with -WhatIf, or without -NeverExpire' {
        $null = Set-FlowLogGroup my-flow-log 14 @cloud
        Set-FlowLogGroup my-flow-log 7 @cloud -WhatIf | Should -BeNullOrEmpty
        Set-FlowLogGroup my-flow-log -NeverExpire:$false @cloud | Should -BeNullOrEmpty
        (Get-FlowLogGroup my-flow-log @cloud).RetentionInDays | Should -Be 14
    }

    It 'says which group is missing and goes on with the next' {
        $set = Set-FlowLogGroup no-such-group, my-flow-log 1 @cloud -ErrorAction SilentlyContinue -ErrorVariable problems
        $set.LogGroupName | Should -BeExactly 'my-flow-log'
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'LogGroupNotFound,*'
    }
}

Describe 'Set-FlowLogGroup refuses' {
    It 'a number of days that CloudWatch Logs does not know' {
        { Set-FlowLogGroup g 31 -EndpointUrl http://127.0.0.1:1 } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
    }
}
