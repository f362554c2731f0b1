using System.Text.Json;
using FlowLogs.Cloud;

namespace FlowLogs.Tests.Aws;

/// <summary>What is sent.</summary>
public sealed class RequestTests : AwsTestBase
{
    [Fact]
    public async Task A_request_is_signed_AWS_JSON()
    {
        using var server = new ScriptedServer(ScriptedAnswer.Ok("{}"));
        using var logs = Connect(server.Url);

        await logs.DescribeLogGroupsAsync("/vpc", null, default);

        var request = Assert.Single(server.Requests);
        Assert.Equal(("POST", "/"), (request.Method, request.Path));
        Assert.Equal("Logs_20140328.DescribeLogGroups", request.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.1", request.Headers["Content-Type"]);
        Assert.Equal(Token, request.Headers["X-Amz-Security-Token"]);
        Assert.Matches(
            $"^AWS4-HMAC-SHA256 Credential={AccessKey}/[0-9]{{8}}/eu-west-1/logs/aws4_request, SignedHeaders=.*x-amz-target.*, Signature=[0-9a-f]{{64}}$",
            request.Headers["Authorization"]);
        Assert.StartsWith("aws-sdk-dotnet", request.Headers["User-Agent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_without_a_session_token_send_none()
    {
        using var server = new ScriptedServer(ScriptedAnswer.Ok("{}"));
        using var logs = Connect(server.Url, token: null);

        await logs.DescribeLogGroupsAsync(null, null, default);

        Assert.DoesNotContain("X-Amz-Security-Token", server.Requests[0].Headers.Keys, StringComparer.OrdinalIgnoreCase);
    }

    public static TheoryData<string, string, Func<ICloudLogs, Task>> Calls => new()
    {
        { "DescribeLogGroups", "{}", logs => logs.DescribeLogGroupsAsync(null, null, default) },
        {
            "DescribeLogGroups", """{"logGroupNamePrefix":"/vpc","nextToken":"t"}""",
            logs => logs.DescribeLogGroupsAsync("/vpc", "t", default)
        },
        { "CreateLogGroup", """{"logGroupName":"g"}""", logs => logs.CreateLogGroupAsync("g", default) },
        { "DeleteLogGroup", """{"logGroupName":"g"}""", logs => logs.DeleteLogGroupAsync("g", default) },
        {
            "PutRetentionPolicy", """{"logGroupName":"g","retentionInDays":30}""",
            logs => logs.PutRetentionPolicyAsync("g", 30, default)
        },
        { "DeleteRetentionPolicy", """{"logGroupName":"g"}""", logs => logs.DeleteRetentionPolicyAsync("g", default) },
        {
            "DescribeLogStreams",
            """{"logGroupName":"g","logStreamNamePrefix":"eni-","nextToken":"t","orderBy":"LogStreamName"}""",
            logs => logs.DescribeLogStreamsAsync("g", "eni-", "t", default)
        },
        {
            "DescribeLogStreams",
            """{"logGroupIdentifier":"arn:aws:logs:eu-west-1:1:log-group:g","orderBy":"LogStreamName"}""",
            logs => logs.DescribeLogStreamsAsync("arn:aws:logs:eu-west-1:1:log-group:g:*", null, null, default)
        },
        {
            "FilterLogEvents", """{"interleaved":true,"logGroupName":"g"}""",
            logs => logs.FilterLogEventsAsync(new LogEventQuery { LogGroupName = "g" }, null, default)
        },
        {
            "FilterLogEvents",
            """
            {"endTime":1700000059999,"filterPattern":"[a, b=\"\u00fc\"]","interleaved":true,"limit":500,"logGroupName":"g",
            "logStreamNames":["eni-1","eni-2"],"nextToken":"t","startTime":1700000000000}
            """,
            logs => logs.FilterLogEventsAsync(Everything with { LogStreamNames = ["eni-1", "eni-2"] }, "t", default)
        },
        {
            "FilterLogEvents",
            """{"interleaved":true,"logGroupIdentifier":"arn:aws:logs:eu-west-1:1:log-group:g","logStreamNamePrefix":"eni-"}""",
            logs => logs.FilterLogEventsAsync(
                new LogEventQuery { LogGroupName = "arn:aws:logs:eu-west-1:1:log-group:g", LogStreamNamePrefix = "eni-" },
                null,
                default)
        },
        {
            "PutMetricFilter",
            """
            {"filterName":"f","filterPattern":"","logGroupName":"g","metricTransformations":
            [{"metricName":"m","metricNamespace":"n","metricValue":"1"}]}
            """,
            logs => logs.PutMetricFilterAsync(Filter(null, null, []), default)
        },
        {
            "PutMetricFilter",
            """
            {"filterName":"f","filterPattern":"","logGroupName":"g","metricTransformations":
            [{"defaultValue":0.5,"dimensions":{"Action":"$action"},"metricName":"m","metricNamespace":"n",
            "metricValue":"1","unit":"Bytes/Second"}]}
            """,
            logs => logs.PutMetricFilterAsync(Filter(0.5, "Bytes/Second", new() { ["Action"] = "$action" }), default)
        },
        {
            "DescribeMetricFilters",
            """{"filterNamePrefix":"f","logGroupName":"g","nextToken":"t"}""",
            logs => logs.DescribeMetricFiltersAsync("g", "f", null, null, "t", default)
        },
        {
            "DescribeMetricFilters",
            """{"metricName":"m","metricNamespace":"n"}""",
            logs => logs.DescribeMetricFiltersAsync(null, null, "m", "n", null, default)
        },
        {
            "DeleteMetricFilter", """{"filterName":"f","logGroupName":"g"}""",
            logs => logs.DeleteMetricFilterAsync("g", "f", default)
        },
        {
            "PutSubscriptionFilter",
            """{"destinationArn":"d","filterName":"f","filterPattern":"","logGroupName":"g"}""",
            logs => logs.PutSubscriptionFilterAsync(Subscription(null, null), default)
        },
        {
            "PutSubscriptionFilter",
            """
            {"destinationArn":"d","distribution":"Random","filterName":"f","filterPattern":"","logGroupName":"g",
            "roleArn":"r"}
            """,
            logs => logs.PutSubscriptionFilterAsync(Subscription("r", "Random"), default)
        },
        {
            "DescribeSubscriptionFilters",
            """{"filterNamePrefix":"f","logGroupName":"g","nextToken":"t"}""",
            logs => logs.DescribeSubscriptionFiltersAsync("g", "f", "t", default)
        },
        {
            "DeleteSubscriptionFilter", """{"filterName":"f","logGroupName":"g"}""",
            logs => logs.DeleteSubscriptionFilterAsync("g", "f", default)
        },
        {
            "TestMetricFilter", """{"filterPattern":"[a]","logEventMessages":["1","2"]}""",
            logs => logs.TestMetricFilterAsync("[a]", ["1", "2"], default)
        },
    };

    [Theory]
    [MemberData(nameof(Calls), DisableDiscoveryEnumeration = true)]
    public async Task A_call_sends_what_was_asked_and_nothing_else(string operation, string body, Func<ICloudLogs, Task> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        using var server = new ScriptedServer(ScriptedAnswer.Ok("{}"));
        using var logs = Connect(server.Url);

        await call(logs);

        var request = Assert.Single(server.Requests);
        Assert.Equal("Logs_20140328." + operation, request.Headers["X-Amz-Target"]);
        Assert.Equal(Sorted(JsonDocument.Parse(body).RootElement), Sorted(request.Json));
    }

    private static LogEventQuery Everything => new()
    {
        LogGroupName = "g",
        StartTime = 1_700_000_000_000,
        EndTime = 1_700_000_059_999,
        FilterPattern = "[a, b=\"ü\"]",
        PageSize = 500,
    };

    private static FlowSubscription Subscription(string? role, string? distribution) => new()
    {
        FilterName = "f",
        LogGroupName = "g",
        FilterPattern = "",
        DestinationArn = "d",
        RoleArn = role,
        Distribution = distribution,
    };

    private static FlowMetricFilter Filter(double? defaultValue, string? unit, Dictionary<string, string> dimensions) => new()
    {
        FilterName = "f",
        LogGroupName = "g",
        FilterPattern = "",
        MetricName = "m",
        MetricNamespace = "n",
        DefaultValue = defaultValue,
        Unit = unit,
        Dimensions = dimensions,
    };

    private static string Sorted(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(
            ',',
            element.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => p.Name + ":" + Sorted(p.Value))) + "}",
        JsonValueKind.Array => "[" + string.Join(',', element.EnumerateArray().Select(Sorted)) + "]",
        JsonValueKind.String => "\"" + element.GetString() + "\"",
        _ => element.GetRawText(),
    };
}
