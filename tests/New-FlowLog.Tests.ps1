BeforeAll {
    Import-Module "$PSScriptRoot/../out/FlowLogs/FlowLogs.psd1"
    $sandbox = Start-FlowSandbox -Seed 7
    $cloud = @{ EndpointUrl = $sandbox.EndpointUrl }
    $toGroup = @{ LogGroupName = '/vpc/a'; RoleArn = 'arn:aws:iam::123456789012:role/flow' }
}

AfterAll {
    $null = $sandbox | Stop-FlowSandbox
}

Describe 'New-FlowLog' {
    It 'makes a flow log to a log group' {
        $made = New-FlowLog vpc-00000000000000001 @toGroup -TrafficType reject -MaxAggregationInterval 60 -Format '${start} ${dstaddr}' -Tag @{ Name = 'x'; n = 2 } @cloud
        $made | Should -BeOfType 'FlowLogs.FlowLog'
        $made.LogGroupName | Should -BeExactly '/vpc/a'
        $made.ResourceId | Should -BeExactly 'vpc-00000000000000001'
        $made.TrafficType | Should -BeExactly 'REJECT'
        $made.MaxAggregationInterval | Should -Be 60
        $made.LogFormat | Should -BeExactly '${start} ${dstaddr}'
        $made.DeliverLogsPermissionArn | Should -BeExactly $toGroup.RoleArn
        $made.Tags['Name'] | Should -BeExactly 'x'
        $made.Tags['n'] | Should -BeExactly '2'
        (Get-FlowLog $made.FlowLogId @cloud).LogFormat | Should -BeExactly '${start} ${dstaddr}'
    }

    It 'makes a flow log to a bucket, named by <Name>' -ForEach @(
        @{ Name = 's3://my-flow-log-bucket/one/two' }
        @{ Name = 'arn:aws:s3:::my-flow-log-bucket/three/' }
    ) {
        $made = New-FlowLog subnet-00000000000000001 -S3Uri $Name -FileFormat Parquet -HiveCompatiblePartitions -PerHourPartition @cloud
        $made.LogDestination | Should -BeLike 'arn:aws:s3:::my-flow-log-bucket/*/'
        $made.LogDestinationType | Should -BeExactly 's3'
        $made.FileFormat | Should -BeExactly 'parquet'
        $made.HiveCompatiblePartitions | Should -BeTrue
        $made.PerHourPartition | Should -BeTrue
        $made.TrafficType | Should -BeExactly 'ALL'
    }

    It 'makes one for each resource, whatever their types' {
        $made = 'vpc-00000000000000002', 'tgw-00000000000000001', 'vpc-00000000000000003', 'tgw-attach-00000000000000001' | New-FlowLog @toGroup @cloud
        [Linq.Enumerable]::Order([string[]] $made.ResourceId) | Should -Be @('tgw-00000000000000001', 'tgw-attach-00000000000000001', 'vpc-00000000000000002', 'vpc-00000000000000003')
        @($made | Where-Object ResourceId -Like 'tgw-*').MaxAggregationInterval | Should -Be @(60, 60)
        @($made | Where-Object ResourceId -Like 'tgw-*').TrafficType | Where-Object { $_ } | Should -BeNullOrEmpty
    }

    It 'says which resource has one already, and makes the others' {
        $null = New-FlowLog eni-00000000000000001 @toGroup @cloud
        $made = New-FlowLog eni-00000000000000001, eni-00000000000000002 @toGroup @cloud -ErrorAction SilentlyContinue -ErrorVariable problems
        $made.ResourceId | Should -BeExactly 'eni-00000000000000002'
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'FlowLogExists,*'
        $problems[0].CategoryInfo.Category | Should -Be 'ResourceExists'
        $problems[0].TargetObject | Should -BeExactly 'eni-00000000000000001'
    }

    It 'makes nothing with -WhatIf' {
        New-FlowLog vpc-00000000000000009 @toGroup @cloud -WhatIf | Should -BeNullOrEmpty
        Get-FlowLog -ResourceId vpc-00000000000000009 @cloud | Should -BeNullOrEmpty
    }
}

Describe 'New-FlowLog without a call' {
    BeforeAll {
        $nowhere = @{ EndpointUrl = 'http://127.0.0.1:1'; Region = 'eu-west-1'; Credential = @{ AccessKey = 'a'; SecretKey = 'b' } }
    }

    It 'refuses <Case>' -ForEach @(
        @{ Case = 'another thing'; Id = 'InvalidResourceId'; Resource = 'i-00000000000000001'; Arguments = @{} }
        @{ Case = 'a traffic type for a transit gateway'; Id = 'TrafficTypeNotSupported'; Resource = 'tgw-1'; Arguments = @{ TrafficType = 'ALL' } }
        @{ Case = 'ten minutes for a transit gateway'; Id = 'InvalidAggregationInterval'; Resource = 'tgw-attach-1'; Arguments = @{ MaxAggregationInterval = 600 } }
        @{ Case = 'a tag of AWS'; Id = 'InvalidTag'; Resource = 'vpc-1'; Arguments = @{ Tag = @{ 'aws:a' = 'b' } } }
        @{ Case = 'another interval'; Id = 'ParameterArgumentValidationError'; Resource = 'vpc-1'; Arguments = @{ MaxAggregationInterval = 300 } }
        @{ Case = 'another traffic type'; Id = 'ParameterArgumentValidationError'; Resource = 'vpc-1'; Arguments = @{ TrafficType = 'DROP' } }
        @{ Case = 'a bad format'; Id = 'ParameterArgumentTransformationError'; Resource = 'vpc-1'; Arguments = @{ Format = '${' } }
        @{ Case = 'a file format for a log group'; Id = 'AmbiguousParameterSet'; Resource = 'vpc-1'; Arguments = @{ FileFormat = 'parquet' } }
    ) {
        { New-FlowLog $Resource @toGroup @Arguments @nowhere } | Should -Throw -ErrorId "$Id*"
    }

    It 'refuses the role <Role>' -ForEach @(@{ Role = 'flow' }, @{ Role = 'arn:aws:iam::123456789012:user/flow' }) {
        { New-FlowLog vpc-1 /vpc/a -RoleArn $Role @nowhere } | Should -Throw -ErrorId 'ParameterArgumentValidationError*'
    }

    It 'refuses the place <Uri>' -ForEach @(
        @{ Uri = 'my-bucket'; Id = 'ParameterArgumentTransformationError' }
        @{ Uri = 's3://My_Bucket'; Id = 'InvalidBucketName' }
        @{ Uri = 's3://my-bucket/AWSLogs/'; Id = 'InvalidKeyPrefix' }
    ) {
        { New-FlowLog vpc-1 -S3Uri $Uri @nowhere } | Should -Throw -ErrorId "$Id*"
    }

    It 'asks for nothing with -WhatIf' {
        New-FlowLog vpc-1, tgw-1 @toGroup @nowhere -WhatIf | Should -BeNullOrEmpty
    }
}
