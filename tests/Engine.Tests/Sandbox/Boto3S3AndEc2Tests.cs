using System.Text.Json;

namespace FlowLogs.Tests.Sandbox;

/// <summary>boto3 as the judge of S3 and EC2. One process does it all, since each takes a while to start.</summary>
public sealed class Boto3S3AndEc2Tests(SandboxHost host) : IClassFixture<SandboxHost>
{
    private const string Script = """
        import boto3, io, json, sys
        s3 = boto3.client('s3', endpoint_url=sys.argv[1])
        ec2 = boto3.client('ec2', endpoint_url=sys.argv[1])
        result = {}
        b = 'from-boto3'

        def code(call):
            try:
                call()
                return 'no error'
            except (s3.exceptions.ClientError, ec2.exceptions.ClientError) as e:
                return e.response['Error']['Code'] + ' ' + str(e.response['ResponseMetadata']['HTTPStatusCode'])

        s3.create_bucket(Bucket=b, CreateBucketConfiguration={'LocationConstraint': 'eu-west-1'})
        result['location'] = s3.get_bucket_location(Bucket=b)['LocationConstraint']
        result['region'] = s3.head_bucket(Bucket=b)['BucketRegion']
        result['buckets'] = [r['Name'] for p in s3.get_paginator('list_buckets').paginate(PaginationConfig={'PageSize': 1}) for r in p['Buckets']]

        keys = ['a', 'a b/1', 'a b/2', 'b+%/\u2603', 'c\x01', '\uff5e', '\U0001f600']
        for key in keys:
            s3.put_object(Bucket=b, Key=key, Body=key.encode())
        for algorithm in ('CRC32', 'SHA1', 'SHA256'):
            s3.put_object(Bucket=b, Key='sum/' + algorithm, Body=io.BytesIO(b'x' * 200000), ChecksumAlgorithm=algorithm)
        result['keys'] = [r['Key'] for p in s3.get_paginator('list_objects_v2').paginate(Bucket=b, PaginationConfig={'PageSize': 2}) for r in p.get('Contents', [])]
        result['older'] = [r['Key'] for p in s3.get_paginator('list_objects').paginate(Bucket=b, PaginationConfig={'PageSize': 2}) for r in p.get('Contents', [])]
        result['folders'] = [r['Prefix'] for p in s3.get_paginator('list_objects_v2').paginate(Bucket=b, Delimiter='/', PaginationConfig={'PageSize': 1}) for r in p.get('CommonPrefixes', [])]
        result['same'] = all(s3.get_object(Bucket=b, Key=k)['Body'].read() == k.encode() for k in keys)
        result['sums'] = [s3.head_object(Bucket=b, Key='sum/' + a)['ContentLength'] for a in ('CRC32', 'SHA1', 'SHA256')]
        result['part'] = s3.get_object(Bucket=b, Key='a b/1', Range='bytes=2-')['Body'].read().decode()
        tag = s3.head_object(Bucket=b, Key='a')['ETag']
        result['errors'] = [
            code(lambda: s3.get_object(Bucket=b, Key='none')),
            code(lambda: s3.head_object(Bucket=b, Key='none')),
            code(lambda: s3.get_object(Bucket=b, Key='a', Range='bytes=9-')),
            code(lambda: s3.get_object(Bucket=b, Key='a', IfMatch='"x"')),
            code(lambda: s3.get_object(Bucket=b, Key='a', IfNoneMatch=tag)),
            code(lambda: s3.put_object(Bucket=b, Key='a', Body=b'', IfNoneMatch='*')),
            code(lambda: s3.create_bucket(Bucket=b)),
            code(lambda: s3.delete_bucket(Bucket=b)),
            code(lambda: s3.create_multipart_upload(Bucket=b, Key='a')),
            code(lambda: ec2.describe_flow_logs(Filters=[{'Name': 'none', 'Values': ['x']}])),
            code(lambda: ec2.delete_flow_logs(FlowLogIds=['x'], DryRun=True)),
            code(lambda: ec2.describe_vpcs())]
        for key in result['keys']:
            s3.delete_object(Bucket=b, Key=key)
        s3.delete_bucket(Bucket=b)

        made = ec2.create_flow_logs(ResourceType='NetworkInterface', ResourceIds=['eni-1', 'eni-2', 'vpc-3'], TrafficType='ALL',
            LogGroupName='my-flow-log', DeliverLogsPermissionArn='arn:r', ClientToken='t', LogFormat='${start} ${end}',
            TagSpecifications=[{'ResourceType': 'vpc-flow-log', 'Tags': [{'Key': 'k', 'Value': 'v'}]}])
        result['failed'] = [u['Error']['Code'] for u in made['Unsuccessful']]
        pages = ec2.get_paginator('describe_flow_logs').paginate(
            Filters=[{'Name': 'tag-key', 'Values': ['k']}, {'Name': 'resource-id', 'Values': ['eni-1', 'eni-2']}], PaginationConfig={'PageSize': 1})
        flow_logs = [f for p in pages for f in p['FlowLogs']]
        result['described'] = sorted(f['FlowLogId'] for f in flow_logs) == sorted(made['FlowLogIds']) and len(flow_logs) == 2
        result['format'] = flow_logs[0]['LogFormat']
        result['created'] = flow_logs[0]['CreationTime'].isoformat()
        result['removed'] = ec2.delete_flow_logs(FlowLogIds=made['FlowLogIds'])['Unsuccessful']
        print(json.dumps(result))
        """;

    [Boto3Fact]
    public async Task Does_all_operations()
    {
        var run = await AwsTool.RunAsync("python3", "-c", Script, host.EndpointUrl.ToString());
        Assert.True(run.ExitCode == 0, run.Errors);
        var result = JsonElement.Parse(run.Output);

        Assert.Equal(("eu-west-1", "eu-west-1"), (Text("location"), Text("region")));
        Assert.Equal(["from-boto3", "my-flow-log-bucket"], Texts("buckets"));
        string[] keys = ["a", "a b/1", "a b/2", "b+%/☃", "c\u0001", "sum/CRC32", "sum/SHA1", "sum/SHA256", "\uFF5E", "😀"];
        Assert.Equal(keys, Texts("keys"));
        Assert.Equal(keys, Texts("older"));
        Assert.Equal(["a b/", "b+%/", "sum/"], Texts("folders"));
        Assert.True(result.GetProperty("same").GetBoolean());
        Assert.Equal(["200000", "200000", "200000"], Texts("sums"));
        Assert.Equal("b/1", Text("part"));
        Assert.Equal(
            [
                "NoSuchKey 404", "404 404", "InvalidRange 416", "PreconditionFailed 412", "304 304", "PreconditionFailed 412",
                "BucketAlreadyOwnedByYou 409", "BucketNotEmpty 409", "NotImplemented 501",
                "InvalidParameterValue 400", "DryRunOperation 412", "InvalidAction 400",
            ],
            Texts("errors"));
        Assert.Equal(["InvalidParameterValue"], Texts("failed"));
        Assert.True(result.GetProperty("described").GetBoolean());
        Assert.Equal(("${start} ${end}", "2026-03-04T12:30:00+00:00"), (Text("format"), Text("created")));
        Assert.Empty(Texts("removed"));

        string Text(string member) => result.GetProperty(member).GetString()!;
        string[] Texts(string member) => [.. result.GetProperty(member).EnumerateArray().Select(item => item.ToString())];
    }
}
