BeforeAll {
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    . "$PSScriptRoot/Support/Cloud.ps1"
    $test = Start-TestCloud { param($cloud) Get-FlowSubscription my-flow-log @cloud -ErrorAction Stop }
    $cloud = $test.Cloud
    $archive = 'arn:aws:logs:us-east-1:123456789012:destination:archive'
}

AfterAll { Stop-TestCloud $test }

Describe 'New-FlowSubscription' {
    BeforeEach { if ($test.Gap) { Set-ItResult -Skipped -Because $test.Gap } }
    AfterEach { if (-not $test.Gap) { $null = Get-FlowSubscription my-flow-log @cloud | Remove-FlowSubscription @cloud } }

    It 'makes a subscription filter and gives it back' {
        $made = New-FlowSubscription my-flow-log rejected REJECT -DestinationArn $archive @cloud
        $made | Should -BeOfType 'FlowLogs.FlowSubscription'
        $read = Get-FlowSubscription my-flow-log rejected @cloud
        foreach ($subscription in $made, $read) {
            $subscription.FilterPattern | Should -BeExactly 'REJECT'
            $subscription.DestinationArn | Should -BeExactly $archive
            $subscription.LogGroupName | Should -BeExactly 'my-flow-log'
        }
    }

    It 'is for every event if not told otherwise, and takes conditions' {
        (New-FlowSubscription my-flow-log all -DestinationArn $archive @cloud).FilterPattern | Should -BeExactly ''
        (New-FlowSubscription my-flow-log typed -DestinationArn $archive -DstPort 22 @cloud).FilterPattern | Should -BeLike '*dstport = 22*'
    }

    It 'copies a subscription filter' {
        $null = New-FlowSubscription my-flow-log one REJECT -DestinationArn $archive @cloud
        $null = Get-FlowSubscription my-flow-log one @cloud | New-FlowSubscription -FilterName two @cloud
        (Get-FlowSubscription my-flow-log two @cloud).FilterPattern | Should -BeExactly 'REJECT'
    }

    It 'makes nothing with -WhatIf' {
        New-FlowSubscription my-flow-log not-made -DestinationArn $archive @cloud -WhatIf | Should -BeNullOrEmpty
        @(Get-FlowSubscription my-flow-log @cloud).Count | Should -Be 0
    }

    It 'says that the group is missing, or has enough' {
        $null = New-FlowSubscription no-such-group name -DestinationArn $archive @cloud -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'LogGroupNotFound,*'
        foreach ($name in 'one', 'two', 'three') {
            $null = New-FlowSubscription my-flow-log $name -DestinationArn $archive @cloud -ErrorAction SilentlyContinue -ErrorVariable problems
        }
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'LimitExceeded,*'
    }
}

Describe 'What New-FlowSubscription sends' {
    It 'is the role and the distribution of a Kinesis stream' {
        $sent = (Invoke-WithEndpoint 'New-FlowSubscription g f -DestinationArn arn:aws:kinesis:us-east-1:123456789012:stream/s -RoleArn arn:aws:iam::123456789012:role/r -Distribution Random @cloud').Requests
        $sent.Operation | Should -Be 'PutSubscriptionFilter'
        $sent[0].Body | Should -Match '"distribution":"Random"'
        $sent[0].Body | Should -Match '"roleArn":"arn:aws:iam::123456789012:role/r"'
    }

    It 'leaves out what an object on the pipeline does not have' {
        $sent = (Invoke-WithEndpoint '[pscustomobject] @{ LogGroupName = "g"; FilterName = "f"; FilterPattern = ""; DestinationArn = "arn:aws:lambda:us-east-1:123456789012:function:f"; RoleArn = $null; Distribution = $null } | New-FlowSubscription @cloud').Requests
        $sent[0].Body | Should -Not -Match 'roleArn|distribution'
    }
}

Describe 'New-FlowSubscription refuses' {
    It '<Case> before it calls' -ForEach @(
        @{ Case = 'a destination that is none'; Id = 'InvalidDestination'; Arguments = @{ DestinationArn = 'arn:aws:sqs:us-east-1:123456789012:q' } }
        @{ Case = 'a stream without a role'; Id = 'RoleNeeded'; Arguments = @{ DestinationArn = 'arn:aws:firehose:us-east-1:123456789012:deliverystream/s' } }
        @{ Case = 'a role that is none'; Id = 'InvalidRole'; Arguments = @{ DestinationArn = 'arn:aws:kinesis:us-east-1:123456789012:stream/s'; RoleArn = 'r' } }
        @{ Case = 'a distribution without shards'; Id = 'InvalidDistribution'; Arguments = @{ DestinationArn = 'arn:aws:lambda:us-east-1:123456789012:function:f'; Distribution = 'Random' } }
        @{ Case = 'a bad pattern'; Id = 'InvalidFilterPattern'; Arguments = @{ DestinationArn = 'arn:aws:lambda:us-east-1:123456789012:function:f'; FilterPattern = '[a, a]' } }
        @{ Case = 'a bad name'; Id = 'InvalidFilterName'; Arguments = @{ DestinationArn = 'arn:aws:lambda:us-east-1:123456789012:function:f'; FilterName = 'a:b' } }
    ) {
        $all = @{ LogGroupName = 'g'; FilterName = 'f' }
        foreach ($key in $Arguments.Keys) { $all[$key] = $Arguments[$key] }
        { New-FlowSubscription @all -Region us-east-1 -Credential @{ AccessKey = 'a'; SecretKey = 'b' } -EndpointUrl http://127.0.0.1:1 } |
            Should -Throw -ErrorId "$Id,*"
    }
}
