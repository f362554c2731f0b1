using System.Net;
using System.Text.Json;

namespace FlowLogs.Tests.Sandbox;

/// <summary>Alarms and their states as time passes.</summary>
public sealed class AlarmOperationsTests : IDisposable
{
    private readonly SandboxHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Begins_with_insufficient_data_and_follows_the_metric()
    {
        await PutAlarmAsync("a", treatMissingData: "notBreaching");
        var made = await DescribeAsync("a");
        Assert.Equal("INSUFFICIENT_DATA", made.GetProperty("StateValue").GetString());
        Assert.Equal("Unchecked: Initial alarm creation", made.GetProperty("StateReason").GetString());

        _host.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal("OK", await StateAsync("a"));
        var quiet = await DescribeAsync("a");
        Assert.Equal(
            "Threshold Crossed: no datapoints were received for 1 period and 1 missing datapoint was treated as [NonBreaching].",
            quiet.GetProperty("StateReason").GetString());

        await PutDataAsync(12);
        _host.Clock.Now += TimeSpan.FromMinutes(1);
        var alarm = await DescribeAsync("a");
        Assert.Equal("ALARM", alarm.GetProperty("StateValue").GetString());
        Assert.Equal(
            "Threshold Crossed: 1 out of the last 1 datapoints [12.0 (04/03/26 12:31:00)] was greater than or equal to the threshold (10.0) (minimum 1 datapoint for OK -> ALARM transition).",
            alarm.GetProperty("StateReason").GetString());
        Assert.Equal(_host.Now / 1000, alarm.GetProperty("StateUpdatedTimestamp").GetDouble());
        using var data = JsonDocument.Parse(alarm.GetProperty("StateReasonData").GetString()!);
        Assert.Equal(12, data.RootElement.GetProperty("recentDatapoints")[0].GetDouble());

        // The range of three minutes has to pass, for older datapoints fill gaps.
        _host.Clock.Now += TimeSpan.FromMinutes(3);
        Assert.Equal("OK", await StateAsync("a"));
    }

    [Fact]
    public async Task Evaluates_each_minute_with_what_was_known_then()
    {
        await PutAlarmAsync("a", evaluationPeriods: 1, treatMissingData: "ignore");
        await PutDataAsync(1);
        _host.Clock.Now += TimeSpan.FromMinutes(1);
        await PutDataAsync(50);
        _host.Clock.Now += TimeSpan.FromMinutes(1);
        await PutDataAsync(1);
        _host.Clock.Now += TimeSpan.FromMinutes(10);

        var alarm = await DescribeAsync("a");
        Assert.Equal("OK", alarm.GetProperty("StateValue").GetString());
        Assert.Equal(_host.Clock.Now.AddMinutes(-9).ToUnixTimeSeconds(), alarm.GetProperty("StateUpdatedTimestamp").GetDouble());
    }

    [Fact]
    public async Task Keeps_the_state_of_an_alarm_that_is_put_again_and_sets_one_until_the_next_minute()
    {
        await PutAlarmAsync("a", treatMissingData: "notBreaching");
        await _host.MetricsAsync("SetAlarmState", new { AlarmName = "a", StateValue = "ALARM", StateReason = "a trial" });
        await PutAlarmAsync("a", treatMissingData: "notBreaching");
        Assert.Equal("a trial", (await DescribeAsync("a")).GetProperty("StateReason").GetString());
        _host.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal("OK", await StateAsync("a"));
    }

    [Fact]
    public async Task Lists_by_name_prefix_state_and_action_in_pages()
    {
        foreach (var name in (string[])["b2", "a1", "b1", "c1"])
            await PutAlarmAsync(name, action: name == "c1" ? "arn:aws:sns:us-east-1:123456789012:t" : null);
        await _host.MetricsAsync("SetAlarmState", new { AlarmName = "b2", StateValue = "OK", StateReason = "" });

        Assert.Equal(["a1", "b1", "b2", "c1"], await NamesAsync(new { }));
        Assert.Equal(["a1", "c1"], await NamesAsync(new { AlarmNames = new[] { "c1", "a1", "none" } }));
        Assert.Equal(["b1", "b2"], await NamesAsync(new { AlarmNamePrefix = "b" }));
        Assert.Equal(["b2"], await NamesAsync(new { StateValue = "OK" }));
        Assert.Equal(["c1"], await NamesAsync(new { ActionPrefix = "arn:aws:sns" }));

        var first = await _host.MetricsAsync("DescribeAlarms", new { MaxRecords = 3 });
        var token = first["NextToken"].GetString();
        var second = await _host.MetricsAsync("DescribeAlarms", new { MaxRecords = 3, NextToken = token });
        Assert.Equal(["c1"], second.Names("MetricAlarms", "AlarmName"));
        Assert.False(second.Body.TryGetProperty("NextToken", out _));

        var ofMetric = await _host.MetricsAsync("DescribeAlarmsForMetric", new { MetricName = "m", Namespace = "n", Period = 60 });
        Assert.Equal(4, ofMetric["MetricAlarms"].GetArrayLength());
    }

    [Fact]
    public async Task Deletes_all_or_none()
    {
        await PutAlarmAsync("a");
        var error = await CallAsync("DeleteAlarms", new { AlarmNames = new[] { "a", "none" } });
        Assert.Equal((HttpStatusCode.NotFound, "ResourceNotFound"), (error.Status, error["__type"].GetString()));
        await _host.MetricsAsync("DeleteAlarms", new { AlarmNames = new[] { "a" } });
        Assert.Empty(await NamesAsync(new { }));
    }

    [Theory]
    [InlineData("""{"AlarmName":"a","Metrics":[]}""", "The sandbox knows alarms on one metric")]
    [InlineData("""{"AlarmName":"a"}""", "Member must not be null")]
    [InlineData("""{"AlarmName":"a","Namespace":"n","MetricName":"m","Statistic":"Sum","Period":90,"EvaluationPeriods":1,"Threshold":1,"ComparisonOperator":"GreaterThanThreshold"}""", "Period")]
    [InlineData("""{"AlarmName":"a","Namespace":"n","MetricName":"m","Statistic":"Sum","Period":60,"EvaluationPeriods":1,"DatapointsToAlarm":2,"Threshold":1,"ComparisonOperator":"GreaterThanThreshold"}""", "DatapointsToAlarm")]
    [InlineData("""{"AlarmName":"a","Namespace":"n","MetricName":"m","Statistic":"Sum","Period":300,"EvaluationPeriods":289,"Threshold":1,"ComparisonOperator":"GreaterThanThreshold"}""", "more than a day")]
    [InlineData("""{"AlarmName":"a","Namespace":"n","MetricName":"m","Statistic":"Sum","Period":60,"EvaluationPeriods":1,"Threshold":1,"ComparisonOperator":"Near"}""", "enum value set")]
    public async Task Refuses_what_the_service_refuses(string request, string message)
    {
        var error = await CallAsync("PutMetricAlarm", request);
        Assert.Equal(HttpStatusCode.BadRequest, error.Status);
        Assert.Contains(message, error["message"].GetString());
        Assert.Empty(await NamesAsync(new { }));
    }

    private Task<SandboxAnswer> CallAsync(string operation, object request) => _host.CallAsync(operation, request, "GraniteServiceVersion20100801.");

    private Task<SandboxAnswer> PutAlarmAsync(string name, int evaluationPeriods = 1, string? treatMissingData = null, string? action = null) =>
        _host.MetricsAsync("PutMetricAlarm", new
        {
            AlarmName = name,
            Namespace = "n",
            MetricName = "m",
            Statistic = "Sum",
            Period = 60,
            EvaluationPeriods = evaluationPeriods,
            Threshold = 10,
            ComparisonOperator = "GreaterThanOrEqualToThreshold",
            TreatMissingData = treatMissingData,
            AlarmActions = action is null ? [] : new[] { action },
        });

    private Task<SandboxAnswer> PutDataAsync(double value) =>
        _host.MetricsAsync("PutMetricData", new { Namespace = "n", MetricData = new[] { new { MetricName = "m", Value = value } } });

    private async Task<JsonElement> DescribeAsync(string name) =>
        (await _host.MetricsAsync("DescribeAlarms", new { AlarmNames = new[] { name } }))["MetricAlarms"][0];

    private async Task<string?> StateAsync(string name) => (await DescribeAsync(name)).GetProperty("StateValue").GetString();

    private async Task<string[]> NamesAsync(object request) =>
        (await _host.MetricsAsync("DescribeAlarms", request)).Names("MetricAlarms", "AlarmName");
}
