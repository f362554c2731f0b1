using System.Net;
using System.Web;
using FlowLogs.Aws;
using FlowLogs.Cloud;

namespace FlowLogs.Tests.Aws;

/// <summary>EC2: what is sent, and what is made of the answers.</summary>
public sealed class NetworkCallTests : AwsTestBase
{
    private static readonly FlowLogSettings ToGroup = new()
    {
        ResourceIds = ["vpc-1", "vpc-2"],
        TrafficType = "ALL",
        LogGroupName = "/vpc/a",
        RoleArn = "arn:aws:iam::123456789012:role/flow",
    };

    [Fact]
    public async Task Flow_logs_are_asked_for_with_filters()
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.Ok(Answer("DescribeFlowLogs", "")));
        using var network = Connect(server.Url);

        await network.DescribeFlowLogsAsync(new FlowLogQuery(), null, default);
        await network.DescribeFlowLogsAsync(new FlowLogQuery { FlowLogIds = ["fl-1", "fl-2"] }, "t", default);
        await network.DescribeFlowLogsAsync(new FlowLogQuery { LogGroupName = "g", ResourceId = "vpc-*", LogDestinationType = "s3" }, null, default);

        Assert.Equal(
            [
                "Action=DescribeFlowLogs",
                "Action=DescribeFlowLogs&Filter.1.Name=flow-log-id&Filter.1.Value.1=fl-1&Filter.1.Value.2=fl-2&NextToken=t",
                "Action=DescribeFlowLogs&Filter.1.Name=log-group-name&Filter.1.Value.1=g&Filter.2.Name=resource-id&Filter.2.Value.1=vpc-*"
                + "&Filter.3.Name=log-destination-type&Filter.3.Value.1=s3",
            ],
            server.Requests.Select(Sent));
        Assert.Contains("/eu-west-1/ec2/aws4_request", server.Requests[0].Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flow_log_has_what_the_service_says_of_it()
    {
        using var server = new ScriptedServer(ScriptedAnswer.Ok(Answer("DescribeFlowLogs", """
            <flowLogSet><item>
              <flowLogId>fl-1</flowLogId><resourceId>vpc-1</resourceId><trafficType>REJECT</trafficType><flowLogStatus>ACTIVE</flowLogStatus>
              <deliverLogsStatus>FAILED</deliverLogsStatus><deliverLogsErrorMessage>Access error</deliverLogsErrorMessage>
              <deliverLogsPermissionArn>arn:aws:iam::123456789012:role/flow</deliverLogsPermissionArn>
              <logDestinationType>s3</logDestinationType><logDestination>arn:aws:s3:::bucket/a/</logDestination>
              <logFormat>${start} ${end}</logFormat><maxAggregationInterval>60</maxAggregationInterval>
              <creationTime>2026-02-03T04:05:06.789Z</creationTime>
              <destinationOptions><fileFormat>parquet</fileFormat><hiveCompatiblePartitions>true</hiveCompatiblePartitions>
                <perHourPartition>false</perHourPartition></destinationOptions>
              <tagSet><item><key>Name</key><value>x</value></item></tagSet>
            </item><item><flowLogId>fl-2</flowLogId><logGroupName>g</logGroupName></item></flowLogSet><nextToken>t2</nextToken>
            """)));
        using var network = Connect(server.Url);

        var page = await network.DescribeFlowLogsAsync(new FlowLogQuery(), null, default);

        Assert.Equal("t2", page.NextToken);
        var log = page.Items[0];
        Assert.Equal(("fl-1", "vpc-1", "REJECT", "ACTIVE"), (log.FlowLogId, log.ResourceId, log.TrafficType, log.FlowLogStatus));
        Assert.Equal(("FAILED", "Access error"), (log.DeliverLogsStatus, log.DeliverLogsErrorMessage));
        Assert.Equal("arn:aws:iam::123456789012:role/flow", log.DeliverLogsPermissionArn);
        Assert.Equal(("s3", "arn:aws:s3:::bucket/a/", null), (log.LogDestinationType, log.LogDestination, log.LogGroupName));
        Assert.Equal(("${start} ${end}", 60), (log.Format!.ToString(), log.MaxAggregationInterval));
        Assert.Equal(new DateTimeOffset(2026, 2, 3, 4, 5, 6, 789, TimeSpan.Zero), log.CreationTime);
        Assert.Equal(("parquet", true, false), (log.FileFormat, log.HiveCompatiblePartitions, log.PerHourPartition));
        Assert.Equal("x", log.Tags["Name"]);

        var bare = page.Items[1];
        Assert.Equal(("fl-2", "g", null), (bare.FlowLogId, bare.LogGroupName, bare.Format));
        Assert.Null(bare.CreationTime);
        Assert.Empty(bare.Tags);
    }

    [Fact]
    public async Task A_flow_log_to_a_log_group_is_made()
    {
        using var server = new ScriptedServer(ScriptedAnswer.Ok(Answer("CreateFlowLogs", """
            <flowLogIdSet><item>fl-1</item></flowLogIdSet>
            <unsuccessful><item><resourceId>vpc-2</resourceId><error><code>FlowLogAlreadyExists</code><message>?</message></error></item></unsuccessful>
            """)));
        using var network = Connect(server.Url);

        var made = await network.CreateFlowLogsAsync(
            ToGroup with { LogFormat = "${start} ${end}", MaxAggregationInterval = 60, Tags = new Dictionary<string, string> { ["Name"] = "x" } },
            default);

        Assert.Equal(
            "Action=CreateFlowLogs&DeliverLogsPermissionArn=arn:aws:iam::123456789012:role/flow&LogDestinationType=cloud-watch-logs"
            + "&LogFormat=${start} ${end}&LogGroupName=/vpc/a&MaxAggregationInterval=60&ResourceId.1=vpc-1&ResourceId.2=vpc-2&ResourceType=VPC"
            + "&TagSpecification.1.ResourceType=vpc-flow-log&TagSpecification.1.Tag.1.Key=Name&TagSpecification.1.Tag.1.Value=x&TrafficType=ALL",
            Sent(server.Requests[0]));
        Assert.Equal(["fl-1"], made.FlowLogIds);
        var failure = Assert.Single(made.Failures);
        Assert.Equal(("FlowLogExists", FlowErrorKind.AlreadyExists, "vpc-2"), (failure.ErrorId, failure.Kind, failure.Target));
    }

    [Theory]
    [InlineData("eu-west-1", "s3://bucket", "arn:aws:s3:::bucket")]
    [InlineData("cn-north-1", "s3://bucket/a/b", "arn:aws-cn:s3:::bucket/a/b/")]
    [InlineData("us-gov-west-1", "arn:aws-us-gov:s3:::bucket/a/", "arn:aws-us-gov:s3:::bucket/a/")]
    public async Task A_flow_log_to_a_bucket_names_it_in_the_partition_of_the_Region(string region, string uri, string arn)
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.Ok(Answer("CreateFlowLogs", "")));
        using var network = Connect(server.Url, region);
        var settings = new FlowLogSettings { ResourceIds = ["tgw-1"], Bucket = S3Uri.Parse(uri), MaxAggregationInterval = 60 };

        await network.CreateFlowLogsAsync(settings, default);
        await network.CreateFlowLogsAsync(settings with { FileFormat = "parquet", PerHourPartition = true }, default);

        var start = $"Action=CreateFlowLogs&LogDestination={arn}&LogDestinationType=s3&MaxAggregationInterval=60&ResourceId.1=tgw-1&ResourceType=TransitGateway";
        Assert.Equal(start, Sent(server.Requests[0]));
        Assert.Equal(
            "Action=CreateFlowLogs&DestinationOptions.FileFormat=parquet&DestinationOptions.HiveCompatiblePartitions=false"
            + "&DestinationOptions.PerHourPartition=true" + start["Action=CreateFlowLogs".Length..],
            Sent(server.Requests[1]));
    }

    [Fact]
    public async Task A_call_that_is_tried_again_makes_nothing_twice()
    {
        var tries = 0;
        using var server = new ScriptedServer(_ => tries++ == 0 ? Error("InternalError", "?", 500) : ScriptedAnswer.Ok(Answer("CreateFlowLogs", "")));
        using var network = Connect(server.Url);

        await network.CreateFlowLogsAsync(ToGroup, default);
        await network.CreateFlowLogsAsync(ToGroup, default);

        var tokens = server.Requests.Select(static r => HttpUtility.ParseQueryString(r.Body)["ClientToken"]).ToList();
        Assert.Equal(3, tokens.Count);
        Assert.Equal(tokens[0], tokens[1]);
        Assert.NotEqual(tokens[1], tokens[2]);
    }

    [Theory]
    [InlineData("InvalidVpcID.NotFound", "ResourceNotFound", FlowErrorKind.NotFound)]
    [InlineData("FlowLogAlreadyExists", "FlowLogExists", FlowErrorKind.AlreadyExists)]
    [InlineData("FlowLogsLimitExceeded", "LimitExceeded", FlowErrorKind.LimitExceeded)]
    [InlineData("RequestLimitExceeded", "Throttled", FlowErrorKind.Throttled)]
    [InlineData("UnauthorizedOperation", "AccessDenied", FlowErrorKind.PermissionDenied)]
    [InlineData("LogDestinationNotFoundException", "LogDestinationNotFound", FlowErrorKind.NotFound)]
    [InlineData("LogDestinationPermissionIssueException", "LogDestinationAccessDenied", FlowErrorKind.PermissionDenied)]
    [InlineData("InvalidVpcID.Malformed", "InvalidParameter", FlowErrorKind.InvalidArgument)]
    [InlineData("InvalidParameterCombination", "InvalidParameter", FlowErrorKind.InvalidArgument)]
    [InlineData("Tomorrow", "ServiceError", FlowErrorKind.ServiceError)]
    public async Task An_error_is_the_same_for_the_call_and_for_one_resource(string code, string id, FlowErrorKind kind)
    {
        using var server = new ScriptedServer(request => request.Body.Contains("vpc-2", StringComparison.Ordinal)
            ? ScriptedAnswer.Ok(Answer("CreateFlowLogs", $"<unsuccessful><item><resourceId>vpc-1</resourceId><error><code>{code}</code><message>said</message></error></item></unsuccessful>"))
            : Error(code, "said"));
        using var network = Connect(server.Url);

        var thrown = await Fails(id, kind, () => network.CreateFlowLogsAsync(ToGroup with { ResourceIds = ["vpc-1"] }, default));
        var listed = Assert.Single((await network.CreateFlowLogsAsync(ToGroup, default)).Failures);

        Assert.Equal("vpc-1", thrown.Target);
        Assert.Equal((id, kind, "vpc-1", thrown.Message), (listed.ErrorId, listed.Kind, listed.Target, listed.Message));
    }

    [Fact]
    public async Task A_flow_log_is_deleted_or_missing()
    {
        const string failed = "<unsuccessful><item><resourceId>fl-1</resourceId><error><code>InvalidFlowLogId.NotFound</code><message>?</message></error></item></unsuccessful>";
        using var server = new ScriptedServer(
            ScriptedAnswer.Ok(Answer("DeleteFlowLogs", "")),
            ScriptedAnswer.Ok(Answer("DeleteFlowLogs", failed)),
            Error("InvalidFlowLogId.NotFound", "?"));
        using var network = Connect(server.Url);

        await network.DeleteFlowLogAsync("fl-1", default);
        var listed = await Fails("FlowLogNotFound", FlowErrorKind.NotFound, () => network.DeleteFlowLogAsync("fl-1", default));
        var thrown = await Fails("FlowLogNotFound", FlowErrorKind.NotFound, () => network.DeleteFlowLogAsync("fl-1", default));

        Assert.Equal(("fl-1", "fl-1"), (listed.Target, thrown.Target));
        Assert.Equal("Action=DeleteFlowLogs&FlowLogId.1=fl-1", Sent(server.Requests[0]));
    }

    [Fact]
    public async Task An_endpoint_that_speaks_only_Logs_is_told_as_such()
    {
        using var server = new ScriptedServer(ScriptedAnswer.Error("UnknownOperationException", ""), ScriptedAnswer.Ok("{}"));
        using var network = Connect(server.Url);

        await Fails("ServiceError", FlowErrorKind.ServiceError, () => network.DescribeFlowLogsAsync(new FlowLogQuery(), null, default));
        await Fails("ServiceError", FlowErrorKind.ServiceError, () => network.DescribeFlowLogsAsync(new FlowLogQuery(), null, default));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_connection_tells_where_it_calls_and_as_whom()
    {
        using var server = new ScriptedServer();
        using var here = Connect(server.Url);
        using var same = Connect(server.Url);
        using var there = Connect(server.Url, "eu-south-2");
        using var regions = Connect(endpoint: null);
        using var environment = new TemporaryEnvironment().Set("AWS_ENDPOINT_URL_EC2", server.Url.ToString());
        using var named = Connect(endpoint: null);
        using var logs = new CloudLogsFactory().Connect(new CloudConnection { Region = "eu-west-1", Keys = new CloudKeys(AccessKey, Secret) });

        Assert.Equal((true, false, true, false), (here.HasOwnEndpoint, regions.HasOwnEndpoint, named.HasOwnEndpoint, logs.HasOwnEndpoint));
        var identity = await here.GetIdentityAsync(default);
        Assert.Equal(identity, await same.GetIdentityAsync(default));
        Assert.Equal(identity, await named.GetIdentityAsync(default));
        Assert.NotEqual(identity, await there.GetIdentityAsync(default));
        Assert.NotEqual(identity, await regions.GetIdentityAsync(default));
        Assert.DoesNotContain(Secret, identity, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    private static ICloudNetwork Connect(Uri? endpoint, string region = "eu-west-1") => new CloudNetworkFactory().Connect(new CloudConnection
    {
        Region = region,
        EndpointUrl = endpoint,
        Keys = new CloudKeys(AccessKey, Secret),
    });

    // The form that was sent, in order, without what is in every request.
    private static string Sent(ScriptedRequest request) => string.Join('&', request.Body.Split('&')
        .Where(static pair => !pair.StartsWith("Version=", StringComparison.Ordinal) && !pair.StartsWith("ClientToken=", StringComparison.Ordinal))
        .Select(WebUtility.UrlDecode));

    private static string Answer(string operation, string members) =>
        $"""<{operation}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>1</requestId>{members}</{operation}Response>""";

    private static ScriptedAnswer Error(string code, string message, int status = 400) => new(
        status,
        $"<Response><Errors><Error><Code>{code}</Code><Message>{message}</Message></Error></Errors><RequestID>1</RequestID></Response>");
}
