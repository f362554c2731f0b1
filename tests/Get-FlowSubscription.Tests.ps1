BeforeAll {
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    . "$PSScriptRoot/Support/Cloud.ps1"
    $test = Start-TestCloud { param($cloud) Get-FlowSubscription my-flow-log @cloud -ErrorAction Stop }
    $cloud = $test.Cloud
    $archive = 'arn:aws:logs:us-east-1:123456789012:destination:archive'
    if (-not $test.Gap) {
        $null = New-FlowSubscription my-flow-log all -DestinationArn $archive @cloud
        $null = New-FlowSubscription my-flow-log rejected REJECT -DestinationArn $archive @cloud
    }
}

AfterAll { Stop-TestCloud $test }

Describe 'Get-FlowSubscription' {
    BeforeEach { if ($test.Gap) { Set-ItResult -Skipped -Because $test.Gap } }

    It 'lists the subscription filters of a group' {
        $found = @(Get-FlowSubscription my-flow-log @cloud)
        $found.FilterName | Should -Be 'all', 'rejected'
        $found[0] | Should -BeOfType 'FlowLogs.FlowSubscription'
        $found[0].CreationTime.Offset | Should -Be ([TimeSpan]::Zero)
    }

    It 'finds them by name: <Name>' -ForEach @(
        @{ Name = 'rejected'; Count = 1 }
        @{ Name = '*e*'; Count = 1 }
        @{ Name = 'REJ*'; Count = 0 }
    ) {
        @(Get-FlowSubscription my-flow-log $Name @cloud).Count | Should -Be $Count
    }

    It 'takes groups from the pipeline' {
        @(Get-FlowLogGroup my-flow-log @cloud | Get-FlowSubscription @cloud).Count | Should -Be 2
    }

    It 'says what is missing and goes on with the next' {
        $found = Get-FlowSubscription my-flow-log no-such-filter, all @cloud -ErrorAction SilentlyContinue -ErrorVariable problems
        $found.FilterName | Should -BeExactly 'all'
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'SubscriptionNotFound,*'
    }

    It 'completes names' {
        $line = "Get-FlowSubscription -EndpointUrl $($cloud.EndpointUrl) -Region us-east-1 -Credential @{ AccessKey = 'a'; SecretKey = 'b' } -LogGroupName my-flow-log -FilterName rej"
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be 'rejected'
    }
}
