BeforeAll {
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    $sandbox = Start-FlowSandbox -Seed 7
    $cloud = @{ EndpointUrl = $sandbox.EndpointUrl }
}

AfterAll {
    $null = $sandbox | Stop-FlowSandbox
}

Describe 'Get-FlowLog' {
    BeforeAll {
        $toGroup = @{ RoleArn = 'arn:aws:iam::123456789012:role/flow' }
        $vpc = New-FlowLog vpc-00000000000000001 /vpc/a @toGroup @cloud -TrafficType REJECT
        $subnet = New-FlowLog subnet-00000000000000001 /vpc/b @toGroup @cloud
        $bucket = New-FlowLog vpc-00000000000000001 -S3Uri s3://my-flow-log-bucket/other @cloud
    }

    It 'gives all, with their settings' {
        $all = @(Get-FlowLog @cloud)
        $all | ForEach-Object { $_ | Should -BeOfType 'FlowLogs.FlowLog' }
        foreach ($id in $vpc.FlowLogId, $subnet.FlowLogId, $bucket.FlowLogId) { $all.FlowLogId | Should -Contain $id }
        $found = $all | Where-Object FlowLogId -EQ $vpc.FlowLogId
        $found.ResourceId | Should -BeExactly 'vpc-00000000000000001'
        $found.TrafficType | Should -BeExactly 'REJECT'
        $found.Format.Fields.Count | Should -Be 14
        $found.CreationTime.Offset | Should -Be ([timespan]::Zero)
    }

    It 'chooses by <Case>' -ForEach @(
        @{ Case = 'id'; Arguments = { @{ FlowLogId = $vpc.FlowLogId } }; Expected = { $vpc } }
        @{ Case = 'log group'; Arguments = { @{ LogGroupName = '/vpc/a' } }; Expected = { $vpc } }
        @{ Case = 'log groups'; Arguments = { @{ LogGroupName = '/vpc/*' } }; Expected = { $vpc, $subnet } }
        @{ Case = 'a set of characters'; Arguments = { @{ LogGroupName = '/vpc/[b-z]' } }; Expected = { $subnet } }
        @{ Case = 'resource'; Arguments = { @{ ResourceId = 'vpc-00000000000000001' } }; Expected = { $vpc, $bucket } }
        @{ Case = 'resource and bucket'; Arguments = { @{ ResourceId = 'vpc-0000000000000000?'; BucketName = 'my-*' } }; Expected = { $bucket } }
        @{ Case = 'what is nowhere'; Arguments = { @{ LogGroupName = '/vpc/c' } }; Expected = { } }
    ) {
        $found = & $Arguments
        $ids = [Linq.Enumerable]::Order([string[]] @((Get-FlowLog @found @cloud).FlowLogId))
        $ids -join ' ' | Should -BeExactly ([Linq.Enumerable]::Order([string[]] @((& $Expected).FlowLogId)) -join ' ')
    }

    It 'says which id is missing, and gives the others' {
        $found = Get-FlowLog fl-00000000000000000, $vpc.FlowLogId @cloud -ErrorAction SilentlyContinue -ErrorVariable problems
        $found.FlowLogId | Should -BeExactly $vpc.FlowLogId
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'FlowLogNotFound,*'
        $problems[0].TargetObject | Should -BeExactly 'fl-00000000000000000'
    }

    It 'takes ids and flow logs from the pipeline' {
        ($vpc.FlowLogId | Get-FlowLog @cloud).FlowLogId | Should -BeExactly $vpc.FlowLogId
        ($vpc, $bucket | Get-FlowLog @cloud).FlowLogId -join ' ' | Should -BeExactly "$($vpc.FlowLogId) $($bucket.FlowLogId)"
    }

    It 'completes <Parameter>' -ForEach @(
        @{ Parameter = 'FlowLogId'; Typed = 'fl-'; Expected = { $vpc.FlowLogId } }
        @{ Parameter = 'ResourceId'; Typed = 'sub'; Expected = { 'subnet-00000000000000001' } }
        @{ Parameter = 'BucketName'; Typed = 'my'; Expected = { 'my-flow-log-bucket' } }
    ) {
        $line = "Get-FlowLog -EndpointUrl $($sandbox.EndpointUrl) -$Parameter $Typed"
        $completions = [Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null)
        $completions.CompletionMatches.CompletionText | Should -Contain (& $Expected)
    }
}

Describe 'Reading a group whose flow log has a format of its own' {
    It 'finds the format, and has the service filter by it' {
        $null = New-FlowLogGroup /vpc/own @cloud
        $null = New-FlowLog eni-00000000000000001 /vpc/own -RoleArn arn:aws:iam::123456789012:role/flow -Format 'dstport', 'start' @cloud
        $output = Get-FlowLogEvent /vpc/own -DstPort 22 @cloud -Verbose 4>&1
        "$output" | Should -BeLike '*${dstport} ${start}*'
        "$output" | Should -BeLike '*`[dstport = 22, start`]*'
    }

    It 'does not ask where the format is given' {
        "$(Get-FlowLogEvent /vpc/own -Format dstport, start @cloud -Verbose 4>&1)" | Should -Not -BeLike '*has the format*'
    }

    It 'has the service filter only by what is right for every format of the group' {
        $null = New-FlowLog eni-00000000000000002 /vpc/own -RoleArn arn:aws:iam::123456789012:role/flow -Format 'start', 'dstport' @cloud
        $output = "$(Get-FlowLogEvent /vpc/own -DstPort 22 @cloud -Verbose 4>&1)"
        $output | Should -BeLike '*${dstport} ${start} or ${start} ${dstport}*'
        $output | Should -BeLike '*The service can do nothing*'
    }

    It 'knows that a flow log was deleted' {
        Get-FlowLog -LogGroupName /vpc/own @cloud | Remove-FlowLog @cloud -Confirm:$false | Should -Not -BeNullOrEmpty
        "$(Get-FlowLogEvent /vpc/own @cloud -Verbose 4>&1)" | Should -BeLike '*EC2 describes no flow log*'
    }
}

Describe 'What stands in the way of finding a format' {
    It 'is no error' {
        $before = $env:AWS_ENDPOINT_URL_LOGS, $env:AWS_ENDPOINT_URL, $env:AWS_ENDPOINT_URL_EC2
        try {
            $env:AWS_ENDPOINT_URL_LOGS = $sandbox.EndpointUrl
            $env:AWS_ENDPOINT_URL = $env:AWS_ENDPOINT_URL_EC2 = $null
            $account = @{ Region = 'us-east-1'; Credential = @{ AccessKey = 'sandbox'; SecretKey = 'sandbox' } }
            $output = @(Get-FlowLogEvent my-flow-log -First 3 @account -Verbose 4>&1)
            "$output" | Should -BeLike '*EC2 is not asked*'
            @($output | Where-Object { $_ -is [FlowLogs.FlowLogRecord] }).Count | Should -Be 3

            $env:AWS_ENDPOINT_URL_EC2 = 'http://127.0.0.1:1'
            $output = @(Get-FlowLogEvent my-flow-log -First 3 @account -Verbose 4>&1)
            "$output" | Should -BeLike '*refused*'
            @($output | Where-Object { $_ -is [FlowLogs.FlowLogRecord] }).Count | Should -Be 3
        }
        finally {
            $env:AWS_ENDPOINT_URL_LOGS, $env:AWS_ENDPOINT_URL, $env:AWS_ENDPOINT_URL_EC2 = $before
        }
    }
}
