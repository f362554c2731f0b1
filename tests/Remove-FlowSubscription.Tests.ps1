BeforeAll {
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    . "$PSScriptRoot/Support/Cloud.ps1"
    $test = Start-TestCloud { param($cloud) Get-FlowSubscription my-flow-log @cloud -ErrorAction Stop }
    $cloud = $test.Cloud
    $archive = 'arn:aws:logs:us-east-1:123456789012:destination:archive'
}

AfterAll { Stop-TestCloud $test }

Describe 'Remove-FlowSubscription' {
    BeforeEach {
        if ($test.Gap) { Set-ItResult -Skipped -Because $test.Gap }
        $null = Get-FlowSubscription my-flow-log @cloud | Remove-FlowSubscription @cloud
        foreach ($name in 'one', 'two') { $null = New-FlowSubscription my-flow-log $name -DestinationArn $archive @cloud }
    }

    It 'removes a subscription filter and gives back what was there' {
        $removed = Remove-FlowSubscription my-flow-log one @cloud
        $removed | Should -BeOfType 'FlowLogs.FlowSubscription'
        $removed.DestinationArn | Should -BeExactly $archive
        (Get-FlowSubscription my-flow-log @cloud).FilterName | Should -Be 'two'
    }

    It 'takes subscription filters from the pipeline' {
        (Get-FlowSubscription my-flow-log @cloud | Remove-FlowSubscription @cloud).FilterName | Should -Be 'one', 'two'
        @(Get-FlowSubscription my-flow-log @cloud).Count | Should -Be 0
    }

    It 'removes nothing with -WhatIf' {
        Remove-FlowSubscription my-flow-log one @cloud -WhatIf | Should -BeNullOrEmpty
        @(Get-FlowSubscription my-flow-log @cloud).Count | Should -Be 2
    }

    It 'says which one is missing and goes on with the next' {
        $removed = Remove-FlowSubscription my-flow-log no-such-filter, two @cloud -ErrorAction SilentlyContinue -ErrorVariable problems
        $removed.FilterName | Should -BeExactly 'two'
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'SubscriptionNotFound,*'
    }
}
