# Reading from S3. The sandbox has a bucket with the records of its log group, in the layout in which AWS delivers them.
BeforeAll {
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    $sandbox = Start-FlowSandbox -Seed 7
    $cloud = @{ EndpointUrl = $sandbox.EndpointUrl }
    $all = @(Get-FlowLogEvent my-flow-log @cloud)

    # The order of a group is another than that of a bucket.
    function Join-Sorted($records) {
        $lines = [string[]] @($records | ForEach-Object { "$_" })
        [Array]::Sort($lines, [StringComparer]::Ordinal)
        $lines -join "`n"
    }
}

AfterAll {
    $null = $sandbox | Stop-FlowSandbox
}

Describe 'Get-FlowLogEvent from S3' {
    It 'reads the records that the log group has' {
        $bucket = @(Get-FlowLogEvent -S3Uri s3://my-flow-log-bucket @cloud)
        $bucket.Count | Should -BeGreaterThan 1000
        Join-Sorted $bucket | Should -BeExactly (Join-Sorted $all)
    }

    It 'reads the same in the same order again' {
        $one, $two = foreach ($i in 1, 2) { (Get-FlowLogEvent -S3Uri s3://my-flow-log-bucket @cloud) -join "`n" }
        $one | Should -BeExactly $two
    }

    It 'takes a place as <Case>' -ForEach @(
        @{ Case = 'bucket with a slash'; Place = 's3://my-flow-log-bucket/' }
        @{ Case = 'folder'; Place = 's3://my-flow-log-bucket/AWSLogs' }
        @{ Case = 'wildcards'; Place = 's3://my-flow-log-bucket/AWSLogs/*/vpcflowlogs/*/20??' }
        @{ Case = 'ARN'; Place = 'arn:aws:s3:::my-flow-log-bucket/AWSLogs/' }
        @{ Case = 'URL'; Place = 'https://my-flow-log-bucket.s3.us-east-1.amazonaws.com/AWSLogs/' }
        @{ Case = 'property'; Place = $null }
    ) {
        $found = if ($Place) { Get-FlowLogEvent -S3Uri $Place @cloud }
        else { [pscustomobject] @{ S3Uri = 's3://my-flow-log-bucket' } | Get-FlowLogEvent @cloud }
        @($found).Count | Should -Be $all.Count
    }

    It 'chooses as for a log group: <Arguments>' -ForEach @(
        @{ Arguments = @{ DstPort = 22; Action = 'REJECT' } }
        @{ Arguments = @{ Where = { $_.DstPort -eq 443 -and $_.SrcPort -gt $_.DstPort } } }
        @{ Arguments = @{ Last = '6h'; Address = '10.0.3.30' } }
        @{ Arguments = @{ FilterPattern = '[v, a, i, s, d, sp, dp=22, ...]' } }
    ) {
        $group = @(Get-FlowLogEvent my-flow-log @Arguments @cloud)
        $group.Count | Should -BeGreaterThan 0
        Join-Sorted (Get-FlowLogEvent -S3Uri s3://my-flow-log-bucket @Arguments @cloud) | Should -BeExactly (Join-Sorted $group)
    }

    It 'chooses by time' {
        $range = @{ StartTime = $all[100].Start; EndTime = $all[600].Start }
        $expected = @($all | Where-Object { $_.Start -ge $range.StartTime -and $_.Start -le $range.EndTime })
        @(Get-FlowLogEvent -S3Uri s3://my-flow-log-bucket @range @cloud).Count | Should -Be $expected.Count
    }

    It 'stops at -First' {
        @(Get-FlowLogEvent -S3Uri s3://my-flow-log-bucket -First 5 @cloud) | Should -HaveCount 5
        @(Get-FlowLogEvent -S3Uri s3://my-flow-log-bucket, s3://my-flow-log-bucket -First 5 @cloud) | Should -HaveCount 5
    }

    It 'says that there is nothing: <Id>' -ForEach @(
        @{ Id = 'NoObjects'; Arguments = @{ S3Uri = 's3://my-flow-log-bucket/elsewhere' } }
        @{ Id = 'NoObjects'; Arguments = @{ S3Uri = 's3://my-flow-log-bucket'; EndTime = '2001-01-01' } }
        @{ Id = 'BucketNotFound'; Arguments = @{ S3Uri = 's3://another-bucket' } }
    ) {
        Get-FlowLogEvent @Arguments @cloud -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
        $problems[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }

    It 'completes buckets and folders' {
        $typed = "Get-FlowLogEvent -EndpointUrl $($sandbox.EndpointUrl) -S3Uri "
        $found = [Management.Automation.CommandCompletion]::CompleteInput("${typed}s3://my", $typed.Length + 7, $null).CompletionMatches
        $found.CompletionText | Should -Contain 's3://my-flow-log-bucket/'
        $line = "${typed}s3://my-flow-log-bucket/A"
        $found = [Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches
        $found.CompletionText | Should -Contain 's3://my-flow-log-bucket/AWSLogs/'
    }
}

Describe 'Get-FlowLogEvent -S3Uri' {
    It 'needs a place in S3: <Text>' -ForEach @{ Text = 'my-bucket' }, @{ Text = 's3://' }, @{ Text = 's3://my-*/x' } {
        { Get-FlowLogEvent -S3Uri $Text @cloud } | Should -Throw -ErrorId 'InvalidS3Uri,*'
    }
}
