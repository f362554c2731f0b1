using System.Net;
using FlowLogs.Records;

namespace FlowLogs.Tests.Sandbox;

public sealed class Ec2FlowLogTests : IDisposable
{
    private static readonly (string, string)[] ToGroup =
    [
        ("ResourceId.1", "vpc-1"),
        ("ResourceType", "VPC"),
        ("TrafficType", "REJECT"),
        ("LogGroupName", "my-flow-log"),
        ("DeliverLogsPermissionArn", "arn:aws:iam::123456789012:role/r"),
    ];

    private readonly SandboxHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_fresh_sandbox_describes_its_logs()
    {
        var answer = (await _host.Ec2Async("DescribeFlowLogs")).IsOk();
        Assert.Equal("{http://ec2.amazonaws.com/doc/2016-11-15/}DescribeFlowLogsResponse", answer.Xml.Name.ToString());
        Assert.Equal(2, answer.Texts("flowLogId").Length);
        Assert.All(answer.Texts("flowLogId"), id => Assert.Matches("^fl-0[0-9a-f]{16}$", id));

        var toGroup = await FindAsync("log-group-name", "my-flow-log");
        Assert.Equal(
            ("cloud-watch-logs", "ALL", "ACTIVE", "SUCCESS", "600"),
            (toGroup.Text("logDestinationType"), toGroup.Text("trafficType"), toGroup.Text("flowLogStatus"), toGroup.Text("deliverLogsStatus"), toGroup.Text("maxAggregationInterval")));
        Assert.Equal(FlowLogFormat.Default.ToString(), toGroup.Text("logFormat"));
        Assert.Matches("^vpc-0[0-9a-f]{16}$", toGroup.Text("resourceId"));

        var toBucket = await FindAsync("log-destination-type", "s3");
        Assert.Equal(
            ("arn:aws:s3:::my-flow-log-bucket", null, "plain-text", "false", "false"),
            (toBucket.Text("logDestination"), toBucket.Text("logGroupName"), toBucket.Text("fileFormat"), toBucket.Text("hiveCompatiblePartitions"), toBucket.Text("perHourPartition")));
        Assert.Equal(toGroup.Text("resourceId"), toBucket.Text("resourceId"));
    }

    [Fact]
    public void The_same_seed_gives_the_same_ids()
    {
        using var other = new SandboxHost();
        Assert.Equal(_host.FlowLogs.FlowLogs.Keys, other.FlowLogs.FlowLogs.Keys);
    }

    [Fact]
    public async Task Every_member_comes_back()
    {
        (await _host.S3Async("PUT", "/target")).IsOk();
        var made = (await _host.Ec2Async(
            "CreateFlowLogs",
            ("ResourceId.1", "subnet-1"),
            ("ResourceType", "Subnet"),
            ("TrafficType", "ACCEPT"),
            ("LogDestinationType", "s3"),
            ("LogDestination", "arn:aws:s3:::target/folder/"),
            ("LogFormat", "${srcaddr} ${pkt-dst-aws-service}"),
            ("MaxAggregationInterval", "60"),
            ("DeliverCrossAccountRole", "arn:role"),
            ("DestinationOptions.FileFormat", "parquet"),
            ("DestinationOptions.HiveCompatiblePartitions", "true"),
            ("DestinationOptions.PerHourPartition", "true"),
            ("TagSpecification.1.ResourceType", "vpc-flow-log"),
            ("TagSpecification.1.Tag.1.Key", "one"),
            ("TagSpecification.1.Tag.1.Value", "1"),
            ("TagSpecification.1.Tag.2.Key", "empty"),
            ("ClientToken", "token"))).IsOk();
        var id = Assert.Single(made.Elements("flowLogIdSet")).Value;
        Assert.Equal("token", made.Text("clientToken"));

        var described = await FindAsync("flow-log-id", id);
        Assert.Equal(
            ("2026-03-04T12:30:00.000Z", "subnet-1", "ACCEPT", "s3", "arn:aws:s3:::target/folder/", "${srcaddr} ${pkt-dst-aws-service}", "60"),
            (described.Text("creationTime"), described.Text("resourceId"), described.Text("trafficType"), described.Text("logDestinationType"), described.Text("logDestination"), described.Text("logFormat"), described.Text("maxAggregationInterval")));
        Assert.Equal(
            ("arn:role", "parquet", "true", "true"),
            (described.Text("deliverCrossAccountRole"), described.Text("fileFormat"), described.Text("hiveCompatiblePartitions"), described.Text("perHourPartition")));
        Assert.Equal(["one", "empty"], described.Texts("key"));
        Assert.Equal(["1", ""], described.Texts("value"));
    }

    [Theory]
    [InlineData("arn:aws:logs:us-east-1:123456789012:log-group:other", "other")]
    [InlineData("arn:aws:logs:us-east-1:123456789012:log-group:/a/b:*", "/a/b")]
    public async Task A_group_may_be_given_by_its_ARN(string arn, string name)
    {
        await CreateAsync([.. ToGroup.Where(p => p.Item1 != "LogGroupName"), ("LogDestination", arn)]);
        var described = await FindAsync("log-group-name", name);
        Assert.Equal(arn, described.Text("logDestination"));
    }

    [Fact]
    public async Task A_transit_gateway_has_other_defaults()
    {
        var made = (await _host.Ec2Async(
            "CreateFlowLogs",
            ("ResourceId.1", "tgw-attach-1"),
            ("ResourceType", "TransitGatewayAttachment"),
            ("LogDestinationType", "kinesis-data-firehose"),
            ("LogDestination", "arn:aws:firehose:us-east-1:123456789012:deliverystream/d"))).IsOk();
        var described = await FindAsync("flow-log-id", made.Elements("flowLogIdSet").Single().Value);
        Assert.Equal((null, "60", "SUCCESS"), (described.Text("trafficType"), described.Text("maxAggregationInterval"), described.Text("deliverLogsStatus")));
        Assert.Equal(36, described.Text("logFormat")!.Split(' ').Length);
        Assert.All(FlowLogFormat.Parse(described.Text("logFormat")!).Fields, field => Assert.NotNull(field.Id));
    }

    [Fact]
    public async Task What_fails_for_one_resource_is_told_and_the_rest_is_made()
    {
        (string, string)[] request = [.. ToGroup, ("ResourceId.2", "vpc-2"), ("ResourceId.3", "subnet-3")];
        await CreateAsync(ToGroup);
        var made = (await _host.Ec2Async("CreateFlowLogs", request)).IsOk();
        Assert.Single(made.Elements("flowLogIdSet").Single().Elements());
        Assert.Equal(["FlowLogAlreadyExists", "InvalidParameterValue"], made.Texts("code"));
        Assert.Equal("Error. There is an existing Flow Log with the same configuration and log destination.", made.Texts("message")[0]);
        Assert.Equal(["vpc-1", "subnet-3"], made.Texts("resourceId"));

        var toNowhere = (await _host.Ec2Async(
            "CreateFlowLogs", ("ResourceId.1", "vpc-1"), ("ResourceType", "VPC"), ("TrafficType", "ALL"), ("LogDestinationType", "s3"), ("LogDestination", "arn:aws:s3:::nowhere"))).IsOk();
        Assert.Equal(("400", "LogDestination: nowhere does not exist."), (toNowhere.Text("code"), toNowhere.Text("message")));
    }

    [Theory]
    [InlineData("ResourceId.1", "", "MissingParameter", "The request must contain the parameter ResourceId")]
    [InlineData("ResourceType", "", "MissingParameter", "The request must contain the parameter ResourceType")]
    [InlineData("TrafficType", "", "MissingParameter", "The request must contain the parameter TrafficType")]
    [InlineData("TrafficType", "all", "InvalidParameterValue", "Value (all) for parameter TrafficType is invalid. Valid values are: ACCEPT, REJECT, ALL")]
    [InlineData("ResourceType", "Instance", "InvalidParameterValue", "Value (Instance) for parameter ResourceType is invalid. Valid values are: VPC, Subnet, NetworkInterface, TransitGateway, TransitGatewayAttachment, RegionalNatGateway")]
    [InlineData("ResourceType", "TransitGateway", "InvalidParameter", "TrafficType is not supported for transit gateway resource types.")]
    [InlineData("MaxAggregationInterval", "61", "InvalidParameter", "Invalid Flow Log Max Aggregation Interval")]
    [InlineData("MaxAggregationInterval", "x", "InvalidParameterValue", "Value (x) for parameter MaxAggregationInterval is invalid. Expecting a value between -2147483648 and 2147483647.")]
    [InlineData("LogGroupName", "", "InvalidParameter", "LogDestination can't be empty if LogGroupName is not provided.")]
    [InlineData("LogDestination", "arn:aws:logs:us-east-1:123456789012:log-group:other", "InvalidParameter", "Please only provide LogGroupName or only provide LogDestination.")]
    [InlineData("DeliverLogsPermissionArn", "", "InvalidParameter", "DeliverLogsPermissionArn can't be empty if LogDestinationType is cloud-watch-logs.")]
    [InlineData("LogDestinationType", "s3", "InvalidParameter", "LogDestination type must be cloud-watch-logs if LogGroupName is provided.")]
    [InlineData("LogFormat", "${version} ", "InvalidParameterValue", "1 validation error detected: Value '${version} ' at 'logFormat' has an invalid format")]
    [InlineData("LogFormat", "version", "InvalidParameterValue", "1 validation error detected: Value 'version' at 'logFormat' has an invalid format")]
    [InlineData("LogFormat", "${version} ${src_addr} ${x}", "InvalidParameter", "Unknown fields provided: src_addr, x")]
    [InlineData("DestinationOptions.FileFormat", "parquet", "InvalidParameter", "DestinationOptions can only be used if LogDestinationType is s3.")]
    [InlineData("DestinationOptions.PerHourPartition", "x", "InvalidParameterValue", "Value (x) for parameter DestinationOptions.PerHourPartition is invalid. Expecting true or false.")]
    [InlineData("TagSpecification.1.ResourceType", "vpc", "InvalidParameterValue", "'vpc' is not a valid taggable resource type for this operation.")]
    public async Task A_request_that_breaks_a_rule_is_refused(string name, string value, string code, string message)
    {
        (string, string)[] request = [.. ToGroup.Where(p => p.Item1 != name), .. value.Length == 0 ? [] : new[] { (name, value) }];
        (await _host.Ec2Async("CreateFlowLogs", request)).IsEc2Error(code, message);
        Assert.Equal(2, _host.FlowLogs.FlowLogs.Count);
    }

    [Theory]
    [InlineData("", "LogDestination can't be empty if LogGroupName is not provided.")]
    [InlineData("my-bucket", "LogDestination: my-bucket is not the ARN of an Amazon S3 bucket.")]
    [InlineData("arn:aws:s3:::my-bucket/AWSLogs/", "LogDestination: AWSLogs is a reserved term and cannot be a folder name.")]
    public async Task A_bucket_is_given_by_its_ARN(string arn, string message)
    {
        (await _host.Ec2Async(
            "CreateFlowLogs", ("ResourceId.1", "vpc-1"), ("ResourceType", "VPC"), ("TrafficType", "ALL"), ("LogDestinationType", "s3"), ("LogDestination", arn))).IsEc2Error("InvalidParameter", message);
    }

    [Fact]
    public async Task The_same_token_makes_a_log_once()
    {
        (string, string)[] request = [.. ToGroup, ("ClientToken", "t")];
        var id = await CreateAsync(request);
        Assert.Equal(id, await CreateAsync(request));
        (await _host.Ec2Async("CreateFlowLogs", [.. request, ("MaxAggregationInterval", "60")])).IsEc2Error(
            "IdempotentParameterMismatch", "The request uses the same client token as a previous, but non-identical request.");
        Assert.Equal(3, _host.FlowLogs.FlowLogs.Count);
    }

    [Fact]
    public async Task Nothing_is_done_in_a_dry_run()
    {
        var made = await _host.Ec2Async("CreateFlowLogs", [.. ToGroup, ("DryRun", "true")]);
        Assert.Equal((HttpStatusCode.PreconditionFailed, "DryRunOperation"), (made.Status, made.Text("Code")));
        var id = _host.FlowLogs.FlowLogs.Keys.First();
        var removed = await _host.Ec2Async("DeleteFlowLogs", ("FlowLogId.1", id), ("DryRun", "true"));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "DryRunOperation"), (removed.Status, removed.Text("Code")));
        Assert.Equal(2, _host.FlowLogs.FlowLogs.Count);
    }

    [Fact]
    public async Task A_log_is_removed()
    {
        var id = await CreateAsync(ToGroup);
        var removed = (await _host.Ec2Async("DeleteFlowLogs", ("FlowLogId.1", "fl-none"), ("FlowLogId.2", id))).IsOk();
        Assert.Equal(
            ("fl-none", "InvalidFlowLogId.NotFound", "These flow log ids in the input list are not found: [TotalCount: 1] fl-none"),
            (removed.Text("resourceId"), removed.Text("code"), removed.Text("message")));
        Assert.Equal(2, (await _host.Ec2Async("DescribeFlowLogs")).Texts("flowLogId").Length);
        (await _host.Ec2Async("DeleteFlowLogs")).IsEc2Error("MissingParameter", "The request must contain the parameter FlowLogId");
    }

    [Theory]
    [InlineData("deliver-log-status", "SUCCESS", 3)]
    [InlineData("deliver-log-status", "FAILED", 1)]
    [InlineData("log-destination-type", "s3", 1)]
    [InlineData("log-group-name", "my-*", 2)]
    [InlineData("log-group-name", "MY-*", 0)]
    [InlineData("resource-id", "vpc-?", 2)]
    [InlineData("resource-id", @"vpc-\?", 0)]
    [InlineData("resource-id", @"vpc\-1", 1)]
    [InlineData("resource-id", "pc-1", 0)]
    [InlineData("traffic-type", "ALL,REJECT", 4)]
    [InlineData("traffic-type", "REJECT", 2)]
    [InlineData("flow-log-id", "fl-*", 4)]
    [InlineData("tag-key", "Name", 2)]
    [InlineData("tag:Name", "my-flow-log", 1)]
    [InlineData("tag:Name", "*", 2)]
    [InlineData("tag:none", "*", 0)]
    public async Task A_filter_chooses(string name, string values, int count)
    {
        await CreateAsync(ToGroup);
        await CreateAsync([("ResourceId.1", "vpc-2"), ("LogGroupName", "no-such-group"), .. ToGroup[1..3], ToGroup[4]]);
        (string, string)[] filter = [("Filter.1.Name", name), .. values.Split(',').Select((value, i) => ($"Filter.1.Value.{i + 1}", value))];
        var answer = (await _host.Ec2Async("DescribeFlowLogs", filter)).IsOk();
        Assert.Equal(count, answer.Texts("flowLogId").Length);
        Assert.Equal(
            answer.Texts("deliverLogsStatus").Where(status => status == "FAILED").Select(_ => "Access error"),
            answer.Texts("deliverLogsErrorMessage"));

        var both = await _host.Ec2Async("DescribeFlowLogs", [.. filter, ("Filter.2.Name", "resource-id"), ("Filter.2.Value.1", "none")]);
        Assert.Empty(both.Texts("flowLogId"));
    }

    [Fact]
    public async Task A_log_whose_bucket_is_gone_fails()
    {
        foreach (var stored in _host.Buckets.Bucket("my-flow-log-bucket").Objects)
            _host.Buckets.Bucket("my-flow-log-bucket").Delete(stored.Key);
        (await _host.S3Async("DELETE", "/my-flow-log-bucket")).IsOk();
        Assert.Equal("FAILED", (await FindAsync("log-destination-type", "s3")).Text("deliverLogsStatus"));
    }

    [Fact]
    public async Task Ids_choose_and_unknown_ones_are_passed_over()
    {
        var id = _host.FlowLogs.FlowLogs.Keys.Last();
        Assert.Equal([id], (await _host.Ec2Async("DescribeFlowLogs", ("FlowLogId.1", "fl-none"), ("FlowLogId.2", id))).Texts("flowLogId"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(1000)]
    public async Task Logs_come_in_pages(int size)
    {
        for (var i = 0; i < 7; i++)
            await CreateAsync([("ResourceId.1", $"vpc-{i}"), .. ToGroup[1..]]);
        var ids = new List<string>();
        string? token = null;
        do
        {
            (string, string)[] more = token is null ? [] : [("NextToken", token)];
            var page = (await _host.Ec2Async("DescribeFlowLogs", [("MaxResults", $"{size}"), .. more])).IsOk();
            Assert.True(page.Texts("flowLogId").Length <= size);
            ids.AddRange(page.Texts("flowLogId"));
            token = page.Text("nextToken");
        }
        while (token is not null);
        Assert.Equal(_host.FlowLogs.FlowLogs.Keys, ids);
    }

    [Theory]
    [InlineData("Filter.1.Name", "resource-id", "MissingParameter", "The request must contain the parameter Filter.1.Value")]
    [InlineData("Filter.1.Value.1", "x", "MissingParameter", "The request must contain the parameter Filter.1.Name")]
    [InlineData("MaxResults", "0", "InvalidParameterValue", "Value (0) for parameter MaxResults is invalid. Expecting a value between 1 and 1000.")]
    [InlineData("NextToken", "x", "InvalidNextToken", "The specified NextToken is not valid.")]
    public async Task A_question_that_makes_no_sense_is_refused(string name, string value, string code, string message)
    {
        (await _host.Ec2Async("DescribeFlowLogs", (name, value))).IsEc2Error(code, message);
    }

    [Fact]
    public async Task A_filter_that_EC2_lacks_is_refused()
    {
        (await _host.Ec2Async("DescribeFlowLogs", ("Filter.1.Name", "vpc-id"), ("Filter.1.Value.1", "x"))).IsEc2Error(
            "InvalidParameterValue", "The filter 'vpc-id' is invalid");
    }

    [Theory]
    [InlineData("Action=DescribeVpcs&Version=2016-11-15", "InvalidAction", "The action DescribeVpcs is not valid for this web service.")]
    [InlineData("Version=2016-11-15", "MissingAction", "The request is missing an action or a required parameter.")]
    [InlineData("Action=DescribeFlowLogs&Version=2011-01-01", "NoSuchVersion", "The requested version (2011-01-01) of service AmazonEC2 does not exist")]
    public async Task What_EC2_cannot_do_here_is_refused(string form, string code, string message)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new StringContent(form, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
        (await _host.SendForXmlAsync(request)).IsEc2Error(code, message);
    }

    private async Task<SandboxXmlAnswer> FindAsync(string filter, string value)
    {
        var found = (await _host.Ec2Async("DescribeFlowLogs", ("Filter.1.Name", filter), ("Filter.1.Value.1", value))).IsOk();
        Assert.Single(found.Texts("flowLogId"));
        return found;
    }

    private async Task<string> CreateAsync((string, string)[] request)
    {
        var made = (await _host.Ec2Async("CreateFlowLogs", request)).IsOk();
        Assert.Empty(made.Texts("code"));
        return made.Elements("flowLogIdSet").Single().Value;
    }
}
