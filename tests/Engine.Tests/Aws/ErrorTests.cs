using FlowLogs.Cloud;

namespace FlowLogs.Tests.Aws;

/// <summary>What is made of the service's errors.</summary>
public sealed class ErrorTests : AwsTestBase
{
    private static readonly LogEventQuery Query = new() { LogGroupName = "group-1", LogStreamNames = ["stream-1"] };

    private static readonly Dictionary<string, Func<ICloudLogs, Task>> Calls = new()
    {
        ["DescribeLogGroups"] = logs => logs.DescribeLogGroupsAsync("group-1", null, default),
        ["CreateLogGroup"] = logs => logs.CreateLogGroupAsync("group-1", default),
        ["DescribeLogStreams"] = logs => logs.DescribeLogStreamsAsync("group-1", null, null, default),
        ["FilterLogEvents"] = logs => logs.FilterLogEventsAsync(Query, null, default),
        ["DescribeMetricFilters"] = logs => logs.DescribeMetricFiltersAsync("group-1", null, null, null, null, default),
        ["DeleteMetricFilter"] = logs => logs.DeleteMetricFilterAsync("group-1", "filter-1", default),
        ["PutMetricFilter"] = logs => logs.PutMetricFilterAsync(
            new FlowMetricFilter { LogGroupName = "group-1", FilterName = "filter-1", FilterPattern = "", MetricName = "m", MetricNamespace = "n" }, default),
        ["PutRetentionPolicy"] = logs => logs.PutRetentionPolicyAsync("group-1", 30, default),
        ["PutSubscriptionFilter"] = logs => logs.PutSubscriptionFilterAsync(
            new FlowSubscription { LogGroupName = "group-1", FilterName = "filter-1", FilterPattern = "", DestinationArn = "d" }, default),
        ["DeleteSubscriptionFilter"] = logs => logs.DeleteSubscriptionFilterAsync("group-1", "filter-1", default),
        ["TestMetricFilter"] = logs => logs.TestMetricFilterAsync("[", ["m"], default),
    };

    [Theory]
    [InlineData("FilterLogEvents", "ResourceNotFoundException", "The specified log group does not exist.", "LogGroupNotFound", FlowErrorKind.NotFound, "group-1")]
    [InlineData("FilterLogEvents", "com.amazonaws.logs#ResourceNotFoundException", "The specified log stream does not exist.", "LogStreamNotFound", FlowErrorKind.NotFound, "stream-1")]
    [InlineData("FilterLogEvents", "ResourceNotFoundException", "?", "LogGroupNotFound", FlowErrorKind.NotFound, "group-1")]
    [InlineData("DescribeLogStreams", "ResourceNotFoundException", "The specified log group does not exist.", "LogGroupNotFound", FlowErrorKind.NotFound, "group-1")]
    [InlineData("DescribeMetricFilters", "ResourceNotFoundException", "?", "LogGroupNotFound", FlowErrorKind.NotFound, "group-1")]
    [InlineData("DeleteMetricFilter", "ResourceNotFoundException", "The specified metric filter does not exist.", "MetricFilterNotFound", FlowErrorKind.NotFound, "filter-1")]
    [InlineData("DeleteMetricFilter", "ResourceNotFoundException", "The specified log group does not exist.", "LogGroupNotFound", FlowErrorKind.NotFound, "group-1")]
    [InlineData("DeleteMetricFilter", "ResourceNotFoundException", "?", "MetricFilterNotFound", FlowErrorKind.NotFound, "filter-1")]
    [InlineData("PutRetentionPolicy", "ResourceNotFoundException", "?", "LogGroupNotFound", FlowErrorKind.NotFound, "group-1")]
    [InlineData("DeleteSubscriptionFilter", "ResourceNotFoundException", "The specified subscription filter does not exist.", "SubscriptionNotFound", FlowErrorKind.NotFound, "filter-1")]
    [InlineData("DeleteSubscriptionFilter", "ResourceNotFoundException", "?", "SubscriptionNotFound", FlowErrorKind.NotFound, "filter-1")]
    [InlineData("PutSubscriptionFilter", "ResourceNotFoundException", "The specified log group does not exist.", "LogGroupNotFound", FlowErrorKind.NotFound, "group-1")]
    [InlineData("CreateLogGroup", "ResourceAlreadyExistsException", "The specified log group already exists", "LogGroupExists", FlowErrorKind.AlreadyExists, "group-1")]
    [InlineData("TestMetricFilter", "InvalidParameterException", "Invalid metric filter pattern", "InvalidParameter", FlowErrorKind.InvalidArgument, "[")]
    [InlineData("DescribeLogGroups", "ValidationException", "?", "InvalidParameter", FlowErrorKind.InvalidArgument, "group-1")]
    [InlineData("CreateLogGroup", "OperationAbortedException", "?", "ServiceError", FlowErrorKind.ServiceError, "group-1")]
    [InlineData("TestMetricFilter", "UnknownOperationException", "", "ServiceError", FlowErrorKind.ServiceError, "[")]
    [InlineData("DescribeLogGroups", "SomethingOfTomorrowException", "?", "ServiceError", FlowErrorKind.ServiceError, "group-1")]
    [InlineData("FilterLogEvents", "AccessDeniedException", "User: arn:aws:iam::1:user/u is not authorized to perform: logs:FilterLogEvents", "AccessDenied", FlowErrorKind.PermissionDenied, "stream-1")]
    [InlineData("DescribeLogGroups", "UnrecognizedClientException", "The security token included in the request is invalid.", "InvalidCredentials", FlowErrorKind.Authentication, null)]
    [InlineData("DescribeLogGroups", "ExpiredTokenException", "The security token included in the request is expired", "InvalidCredentials", FlowErrorKind.Authentication, null)]
    [InlineData("DescribeLogGroups", "InvalidSignatureException", "The request signature we calculated does not match; x-amz-security-token:" + Token, "InvalidCredentials", FlowErrorKind.Authentication, null)]
    [InlineData("DescribeLogGroups", "SignatureDoesNotMatch", "The Canonical String should have been x-amz-security-token:" + Token, "InvalidCredentials", FlowErrorKind.Authentication, null)]
    [InlineData("DescribeLogGroups", "MissingAuthenticationTokenException", "?", "InvalidCredentials", FlowErrorKind.Authentication, null)]
    public async Task An_error_of_the_service_gets_its_id(
        string operation, string type, string message, string id, FlowErrorKind kind, string? target)
    {
        using var server = new ScriptedServer(ScriptedAnswer.Error(type, message));
        using var logs = Connect(server.Url);

        var error = await Fails(id, kind, () => Calls[operation](logs));

        Assert.Equal(target, error.Target);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task What_is_forbidden_is_said_in_the_service_s_words()
    {
        const string said = "User: arn:aws:iam::1:user/u is not authorized to perform: logs:DescribeLogGroups";
        using var server = new ScriptedServer(ScriptedAnswer.Error("AccessDeniedException", said));
        using var logs = Connect(server.Url);

        var error = await Fails("AccessDenied", FlowErrorKind.PermissionDenied, () => Calls["DescribeLogGroups"](logs));

        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.Contains(server.Url.Authority, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_clock_is_told_from_a_wrong_key()
    {
        using var server = new ScriptedServer(
            ScriptedAnswer.Error("InvalidSignatureException", "Signature not yet current: 20300101T000000Z is still later than 20200101T000000Z"),
            ScriptedAnswer.Error("InvalidSignatureException", "Signature not yet current: 20300101T000000Z is still later than 20200101T000000Z"),
            ScriptedAnswer.Error("InvalidSignatureException", "Signature not yet current: 20300101T000000Z is still later than 20200101T000000Z"));
        using var logs = Connect(server.Url);

        var error = await Fails("InvalidCredentials", FlowErrorKind.Authentication, () => Calls["DescribeLogGroups"](logs));

        Assert.Contains("clock", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quota_that_is_used_up_is_not_throttling()
    {
        var answer = ScriptedAnswer.Error("LimitExceededException", "Resource limit exceeded.");
        using var server = new ScriptedServer(answer, answer, answer);
        using var logs = Connect(server.Url);

        await Fails("LimitExceeded", FlowErrorKind.LimitExceeded, () => Calls["CreateLogGroup"](logs));
    }

    [Theory]
    [InlineData("PutMetricFilter", "100 metric filters")]
    [InlineData("PutSubscriptionFilter", "2 subscription filters")]
    public async Task A_quota_of_a_log_group_is_told(string operation, string quota)
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.Error("LimitExceededException", "Resource limit exceeded."));
        using var logs = Connect(server.Url);

        var error = await Fails("LimitExceeded", FlowErrorKind.LimitExceeded, () => Calls[operation](logs));

        Assert.Contains("'group-1'", error.Message, StringComparison.Ordinal);
        Assert.Contains(quota, error.Message, StringComparison.Ordinal);
        Assert.EndsWith("Resource limit exceeded.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>Welcome</html>")]
    [InlineData("{\"logGroups\":[{\"logGroupName\":")]
    [InlineData("null")]
    public async Task An_answer_that_is_not_the_service_s_is_a_service_error(string body)
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.Ok(body));
        using var logs = Connect(server.Url);

        await Fails("ServiceError", FlowErrorKind.Connection, () => Calls["DescribeLogGroups"](logs));
    }

    [Fact]
    public async Task A_status_without_a_code_is_told()
    {
        using var server = new ScriptedServer(new ScriptedAnswer(403, "<html>A proxy says no.</html>"));
        using var logs = Connect(server.Url);

        var error = await Fails("ServiceError", FlowErrorKind.ServiceError, () => Calls["DescribeLogGroups"](logs));

        Assert.Contains("403", error.Message, StringComparison.Ordinal);
    }
}
