using System.Text.Json;

namespace FlowLogs.Tests.Sandbox;

/// <summary>The aws CLI as the judge of S3 and EC2.</summary>
public sealed class AwsCliS3AndEc2Tests(SandboxHost host) : IClassFixture<SandboxHost>
{
    private static readonly string[] Bucket = ["--bucket", "from-the-cli"];

    [AwsCliFact]
    public async Task Makes_a_bucket_moves_objects_and_removes_it()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var (up, down) = (Path.Combine(folder.FullName, "up"), Path.Combine(folder.FullName, "down"));
            await File.WriteAllTextAsync(up, "0123456789");
            await AwsAsync(["s3api", "create-bucket", .. Bucket]);
            await AwsAsync(["s3api", "head-bucket", .. Bucket]);
            var location = await AwsAsync(["s3api", "get-bucket-location", .. Bucket]);
            Assert.Equal(JsonValueKind.Null, location.GetProperty("LocationConstraint").ValueKind);

            // The one with a checksum behind the body, the other through the CLI's own way of copying.
            await AwsAsync(["s3api", "put-object", .. Bucket, "--key", "a/ü +&.log", "--body", up, "--content-type", "text/plain", "--metadata", "colour=blue"]);
            await RunAsync("s3", "cp", up, "s3://from-the-cli/b");
            Assert.Equal("0123456789", System.Text.Encoding.UTF8.GetString(host.Buckets.Bucket("from-the-cli").Object("a/ü +&.log").Content.Span));

            var listed = await AwsAsync(["s3api", "list-objects-v2", .. Bucket, "--delimiter", "/"]);
            Assert.Equal(["b"], Members(listed, "Contents", "Key"));
            Assert.Equal(["a/"], Members(listed, "CommonPrefixes", "Prefix"));

            var head = await AwsAsync(["s3api", "head-object", .. Bucket, "--key", "a/ü +&.log"]);
            Assert.Equal((10, "text/plain"), (head.GetProperty("ContentLength").GetInt32(), head.GetProperty("ContentType").GetString()));
            Assert.Equal("blue", head.GetProperty("Metadata").GetProperty("colour").GetString());
            var part = await AwsAsync(["s3api", "get-object", .. Bucket, "--key", "b", "--range", "bytes=-3", down]);
            Assert.Equal(("789", "bytes 7-9/10"), (await File.ReadAllTextAsync(down), part.GetProperty("ContentRange").GetString()));

            await FailsAsync("(BucketNotEmpty) when calling the DeleteBucket operation: The bucket you tried to delete is not empty", ["s3api", "delete-bucket", .. Bucket]);
            await AwsAsync(["s3api", "delete-object", .. Bucket, "--key", "a/ü +&.log"]);
            await RunAsync("s3", "rm", "s3://from-the-cli/b");
            await AwsAsync(["s3api", "delete-bucket", .. Bucket]);
            await FailsAsync("(NoSuchBucket) when calling the ListObjectsV2 operation", ["s3api", "list-objects-v2", .. Bucket]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [AwsCliFact]
    public async Task Lists_the_buckets_and_copies_the_files()
    {
        var buckets = await AwsAsync("s3api", "list-buckets");
        Assert.Contains("my-flow-log-bucket", Members(buckets, "Buckets", "Name"));
        var listed = await AwsAsync("s3api", "list-objects-v2", "--bucket", "my-flow-log-bucket", "--page-size", "100");
        Assert.Equal(host.Buckets.Bucket("my-flow-log-bucket").Objects.Select(o => o.Key), Members(listed, "Contents", "Key"));

        var folder = Directory.CreateTempSubdirectory();
        try
        {
            await RunAsync("s3", "cp", "--recursive", "--quiet", "s3://my-flow-log-bucket/AWSLogs/123456789012/vpcflowlogs/us-east-1/2026/03/04/", folder.FullName);
            Assert.Equal(144, folder.GetFiles().Length);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [AwsCliFact]
    public async Task Makes_describes_and_removes_a_flow_log()
    {
        var made = await AwsAsync(
            "ec2", "create-flow-logs", "--resource-type", "VPC", "--resource-ids", "vpc-1", "subnet-2", "--traffic-type", "REJECT", "--log-destination-type", "s3", "--log-destination", "arn:aws:s3:::my-flow-log-bucket", "--log-format", "${version} ${flow-direction}", "--max-aggregation-interval", "60", "--destination-options", "FileFormat=parquet,HiveCompatiblePartitions=true,PerHourPartition=false", "--tag-specifications", "ResourceType=vpc-flow-log,Tags=[{Key=team,Value=blue}]");
        var id = made.GetProperty("FlowLogIds")[0].GetString()!;
        Assert.Equal(["subnet-2"], Members(made, "Unsuccessful", "ResourceId"));

        var described = await AwsAsync("ec2", "describe-flow-logs", "--filter", "Name=tag:team,Values=blue");
        var flowLog = Assert.Single(described.GetProperty("FlowLogs").EnumerateArray());
        Assert.Equal((id, "${version} ${flow-direction}"), (flowLog.GetProperty("FlowLogId").GetString(), flowLog.GetProperty("LogFormat").GetString()));
        Assert.Equal("parquet", flowLog.GetProperty("DestinationOptions").GetProperty("FileFormat").GetString());
        Assert.True(flowLog.GetProperty("DestinationOptions").GetProperty("HiveCompatiblePartitions").GetBoolean());
        var all = await AwsAsync("ec2", "describe-flow-logs", "--page-size", "2");
        Assert.Equal(host.FlowLogs.FlowLogs.Keys, Members(all, "FlowLogs", "FlowLogId"));

        var removed = await AwsAsync("ec2", "delete-flow-logs", "--flow-log-ids", id, "fl-none");
        Assert.Equal(["fl-none"], Members(removed, "Unsuccessful", "ResourceId"));
        await FailsAsync(
            "(InvalidParameter) when calling the CreateFlowLogs operation: LogDestination can't be empty if LogGroupName is not provided.",
            "ec2", "create-flow-logs", "--resource-type", "VPC", "--resource-ids", "vpc-1", "--traffic-type", "ALL", "--deliver-logs-permission-arn", "arn:x");
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        var result = await AwsTool.RunAsync("aws", ["--endpoint-url", host.EndpointUrl.ToString(), "--output", "json", .. arguments]);
        Assert.True(result.ExitCode == 0, result.Errors);
        return result.Output;
    }

    private async Task FailsAsync(string error, params string[] arguments)
    {
        var result = await AwsTool.RunAsync("aws", ["--endpoint-url", host.EndpointUrl.ToString(), .. arguments]);
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(error, result.Errors);
    }

    private async Task<JsonElement> AwsAsync(params string[] arguments) =>
        await RunAsync(arguments) is { Length: > 0 } output ? JsonElement.Parse(output) : default;

    private static string[] Members(JsonElement answer, string list, string member) =>
        [.. answer.GetProperty(list).EnumerateArray().Select(item => item.GetProperty(member).ToString())];
}
