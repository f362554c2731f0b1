using System.Text.Json;
using FlowLogs.Cloud;

namespace FlowLogs.Tests.Aws;

/// <summary>What is sent to CloudWatch, and what is made of its answers.</summary>
public sealed class MetricCallTests : AwsTestBase
{
    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    private static readonly MetricQuery Query = new()
    {
        MetricName = "m",
        MetricNamespace = "n",
        Statistic = "Sum",
        Period = 300,
        StartTime = Start,
        EndTime = Start.AddMilliseconds(3_600_500),
    };

    private static FlowAlarm Alarm => new()
    {
        AlarmName = "a",
        MetricName = "m",
        MetricNamespace = "n",
        Statistic = "Sum",
        Period = 300,
        ComparisonOperator = "GreaterThanOrEqualToThreshold",
        Threshold = 1,
        EvaluationPeriods = 1,
        TreatMissingData = "notBreaching",
    };

    public static TheoryData<string, string, Func<ICloudMetrics, Task>> Calls => new()
    {
        {
            "PutMetricAlarm",
            """
            {"ActionsEnabled":true,"AlarmName":"a","ComparisonOperator":"GreaterThanOrEqualToThreshold","EvaluationPeriods":1,
            "MetricName":"m","Namespace":"n","Period":300,"Statistic":"Sum","Threshold":1,"TreatMissingData":"notBreaching"}
            """,
            metrics => metrics.PutMetricAlarmAsync(Alarm, default)
        },
        {
            "PutMetricAlarm",
            """
            {"ActionsEnabled":true,"AlarmActions":["x"],"AlarmDescription":"d","AlarmName":"a",
            "ComparisonOperator":"LessThanThreshold","DatapointsToAlarm":2,"Dimensions":[{"Name":"Interface","Value":"eni-1"}],
            "EvaluationPeriods":3,"ExtendedStatistic":"p99.5","MetricName":"m","Namespace":"n","OKActions":["y","z"],
            "Period":60,"Threshold":0.5,"TreatMissingData":"breaching","Unit":"Bytes"}
            """,
            metrics => metrics.PutMetricAlarmAsync(
                new FlowAlarm
                {
                    AlarmName = "a",
                    AlarmDescription = "d",
                    MetricName = "m",
                    MetricNamespace = "n",
                    Dimensions = new Dictionary<string, string> { ["Interface"] = "eni-1" },
                    Statistic = "p99.5",
                    Period = 60,
                    Unit = "Bytes",
                    ComparisonOperator = "LessThanThreshold",
                    Threshold = 0.5,
                    EvaluationPeriods = 3,
                    DatapointsToAlarm = 2,
                    TreatMissingData = "breaching",
                    AlarmActions = ["x"],
                    OKActions = ["y", "z"],
                },
                default)
        },
        { "DescribeAlarms", """{"MaxRecords":100}""", metrics => metrics.DescribeAlarmsAsync(null, null, null, default) },
        {
            "DescribeAlarms",
            """{"AlarmNamePrefix":"a","MaxRecords":100,"NextToken":"t","StateValue":"ALARM"}""",
            metrics => metrics.DescribeAlarmsAsync("a", "ALARM", "t", default)
        },
        { "DeleteAlarms", """{"AlarmNames":["a"]}""", metrics => metrics.DeleteAlarmAsync("a", default) },
        {
            "GetMetricData",
            """
            {"EndTime":1700003600.5,"MetricDataQueries":[{"Id":"m1","MetricStat":{"Metric":{"MetricName":"m","Namespace":"n"},
            "Period":300,"Stat":"Sum"},"ReturnData":true}],"NextToken":"t","ScanBy":"TimestampAscending","StartTime":1700000000}
            """,
            metrics => metrics.GetMetricDataAsync(Query, "t", default)
        },
    };

    [Theory]
    [MemberData(nameof(Calls), DisableDiscoveryEnumeration = true)]
    public async Task A_call_sends_what_was_asked_and_nothing_else(string operation, string body, Func<ICloudMetrics, Task> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        using var server = new ScriptedServer(ScriptedAnswer.Ok("{}"));
        using var metrics = ConnectMetrics(server.Url);

        await call(metrics);

        var request = Assert.Single(server.Requests);
        Assert.Equal("GraniteServiceVersion20100801." + operation, request.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.0", request.Headers["Content-Type"]);
        Assert.Contains("/eu-west-1/monitoring/aws4_request, ", request.Headers["Authorization"], StringComparison.Ordinal);
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(body).RootElement, request.Json), request.Body);
    }

    [Fact]
    public async Task The_endpoint_may_come_from_the_environment()
    {
        using var server = new ScriptedServer(ScriptedAnswer.Ok("{}"));
        using var environment = new TemporaryEnvironment()
            .Set("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
            .Set("AWS_ENDPOINT_URL_CLOUDWATCH", server.Url.ToString());
        using var metrics = ConnectMetrics(null);

        await metrics.DescribeAlarmsAsync(null, null, null, default);

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Alarms_are_read()
    {
        using var server = new ScriptedServer(ScriptedAnswer.Ok("""
            {"MetricAlarms":[
              {"AlarmName":"a","AlarmArn":"arn","AlarmDescription":"","StateValue":"INSUFFICIENT_DATA","StateReason":"why",
               "StateUpdatedTimestamp":1700000000.123,"AlarmConfigurationUpdatedTimestamp":1.7E9,"ActionsEnabled":false,
               "MetricName":"m","Namespace":"n","Dimensions":[{"Name":"d","Value":"v"}],"ExtendedStatistic":"p99","Period":60,
               "EvaluationPeriods":2,"DatapointsToAlarm":1,"Threshold":0.5,"ComparisonOperator":"LessThanThreshold",
               "TreatMissingData":"ignore","AlarmActions":["x"],"OKActions":[],"SomeMemberOfTomorrow":1},
              {"AlarmName":"math","Metrics":[{"Id":"e1","Expression":"m1*2"}],"Threshold":1.0,"EvaluationPeriods":1}],
             "CompositeAlarms":[{"AlarmName":"c"}],"NextToken":"n"}
            """));
        using var metrics = ConnectMetrics(server.Url);

        var page = await metrics.DescribeAlarmsAsync(null, null, null, default);

        Assert.Equal("n", page.NextToken);
        Assert.Equal(["a", "math"], page.Items.Select(a => a.AlarmName));
        var alarm = page.Items[0];
        Assert.Equal((null, "INSUFFICIENT_DATA", "why", "arn"), (alarm.AlarmDescription, alarm.StateValue, alarm.StateReason, alarm.AlarmArn));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_123), alarm.StateUpdatedTimestamp);
        Assert.Equal(Start, alarm.AlarmConfigurationUpdatedTimestamp);
        Assert.Equal(("m", "n", "p99", 60, 2, 1), (alarm.MetricName, alarm.MetricNamespace, alarm.Statistic, alarm.Period, alarm.EvaluationPeriods, alarm.DatapointsToAlarm));
        Assert.Equal((0.5, "LessThanThreshold", "ignore", false), (alarm.Threshold, alarm.ComparisonOperator, alarm.TreatMissingData, alarm.ActionsEnabled));
        Assert.Equal("v", alarm.Dimensions["d"]);
        Assert.Equal(["x"], alarm.AlarmActions);
        Assert.Null(page.Items[1].MetricName);
        Assert.True(page.Items[1].ActionsEnabled);
    }

    [Fact]
    public async Task Datapoints_are_read()
    {
        using var server = new ScriptedServer(ScriptedAnswer.Ok("""
            {"MetricDataResults":[{"Id":"m1","Label":"m","Timestamps":[1.7E9,1700000300],"Values":[3,0.5],"StatusCode":"PartialData"}],
             "Messages":[],"NextToken":"n"}
            """));
        using var metrics = ConnectMetrics(server.Url);

        var page = await metrics.GetMetricDataAsync(Query, null, default);

        Assert.Equal("n", page.NextToken);
        Assert.Equal([(Start, 3), (Start.AddMinutes(5), 0.5)], page.Items.Select(p => (p.Timestamp, p.Value)));
        Assert.All(page.Items, p => Assert.Equal(("Sum", 300, "m", "n", null), (p.Statistic, p.Period, p.MetricName, p.MetricNamespace, p.Unit)));
    }

    [Theory]
    [InlineData("InternalError", "ServiceError", FlowErrorKind.ServiceError)]
    [InlineData("Forbidden", "AccessDenied", FlowErrorKind.PermissionDenied)]
    public async Task Datapoints_that_are_missing_are_an_error(string status, string id, FlowErrorKind kind)
    {
        using var server = new ScriptedServer(ScriptedAnswer.Ok(
            $$"""{"MetricDataResults":[{"Id":"m1","StatusCode":"{{status}}","Messages":[{"Code":"Cause","Value":"Out of order"}]}]}"""));
        using var metrics = ConnectMetrics(server.Url);

        var error = await Fails(id, kind, () => metrics.GetMetricDataAsync(Query, null, default));

        Assert.Contains("Cause: Out of order.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ResourceNotFound", "AlarmNotFound", FlowErrorKind.NotFound)]
    [InlineData("com.amazonaws.cloudwatch#ResourceNotFoundException", "AlarmNotFound", FlowErrorKind.NotFound)]
    [InlineData("LimitExceededFault", "LimitExceeded", FlowErrorKind.LimitExceeded)]
    [InlineData("LimitExceeded", "LimitExceeded", FlowErrorKind.LimitExceeded)]
    [InlineData("InvalidParameterCombinationException", "InvalidParameter", FlowErrorKind.InvalidArgument)]
    [InlineData("MissingRequiredParameterException", "InvalidParameter", FlowErrorKind.InvalidArgument)]
    [InlineData("ValidationError", "InvalidParameter", FlowErrorKind.InvalidArgument)]
    [InlineData("AccessDeniedException", "AccessDenied", FlowErrorKind.PermissionDenied)]
    [InlineData("InvalidClientTokenId", "InvalidCredentials", FlowErrorKind.Authentication)]
    [InlineData("UnknownOperationException", "ServiceError", FlowErrorKind.ServiceError)]
    public async Task An_error_of_the_service_gets_its_id(string type, string id, FlowErrorKind kind)
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.Error(type, "?"));
        using var metrics = ConnectMetrics(server.Url);

        await Fails(id, kind, () => metrics.PutMetricAlarmAsync(Alarm, default));
    }
}
