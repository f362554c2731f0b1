using System.Net;

namespace FlowLogs.Tests.Sandbox;

/// <summary>Values of metrics, in and out.</summary>
public sealed class MetricOperationsTests : IDisposable
{
    private readonly SandboxHost _host = new();
    private readonly long _minute;

    public MetricOperationsTests() => _minute = _host.Now / 60_000 * 60;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Aggregates_by_period()
    {
        await PutAsync(
            new { MetricName = "m", Timestamp = _minute - 300, Value = 1.5 },
            new { MetricName = "m", Timestamp = _minute - 299.5, Values = new[] { 2.0, 4 }, Counts = new[] { 3.0, 1 } },
            new { MetricName = "m", Timestamp = _minute - 240, StatisticValues = new { SampleCount = 10, Sum = 55, Minimum = 1, Maximum = 10 } },
            new { MetricName = "m", Timestamp = _minute - 60, Value = 7 });

        var answer = await _host.MetricsAsync("GetMetricStatistics", new
        {
            Namespace = "n",
            MetricName = "m",
            StartTime = _minute - 300,
            EndTime = _minute,
            Period = 120,
            Statistics = new[] { "SampleCount", "Average", "Sum", "Minimum", "Maximum" },
        });
        var points = answer["Datapoints"];
        Assert.Equal(2, points.GetArrayLength());
        double[] Values(int i) => [.. new[] { "Timestamp", "SampleCount", "Average", "Sum", "Minimum", "Maximum" }.Select(n => points[i].GetProperty(n).GetDouble())];
        Assert.Equal([_minute - 300, 15, 66.5 / 15, 66.5, 1, 10], Values(0));
        Assert.Equal([_minute - 60, 1, 7, 7, 7, 7], Values(1));
        Assert.Equal("None", points[0].GetProperty("Unit").GetString());
    }

    [Fact]
    public async Task Gives_pages_of_datapoints_in_either_order()
    {
        for (var i = 0; i < 5; i++)
            await PutAsync(new { MetricName = "a", Timestamp = _minute - (60 * i), Value = i }, new { MetricName = "b", Timestamp = _minute - (60 * i), Value = 10 + i });
        foreach (var (scanBy, first) in new[] { ("TimestampDescending", 0), ("TimestampAscending", 4) })
        {
            var (values, token, pages) = (new List<double>(), (string?)null, 0);
            do
            {
                var page = await QueryAsync(scanBy, token);
                values.AddRange(page["MetricDataResults"].EnumerateArray().SelectMany(r => r.GetProperty("Values").EnumerateArray().Select(v => v.GetDouble())));
                token = page.Body.TryGetProperty("NextToken", out var next) ? next.GetString() : null;
                pages++;
            }
            while (token is not null);
            Assert.Equal(4, pages);
            Assert.Equal(first, values[0]);
            Assert.Equal([0, 1, 2, 3, 4, 10, 11, 12, 13, 14], values.Order());
        }
    }

    [Fact]
    public async Task Lists_metrics_with_their_dimensions()
    {
        object[] dimensions = [new { Name = "z", Value = "1" }, new { Name = "a", Value = "2" }];
        await PutAsync(new { MetricName = "m", Value = 1, Dimensions = dimensions }, new { MetricName = "o", Value = 1 });
        var all = await _host.MetricsAsync("ListMetrics", new { Namespace = "n" });
        Assert.Equal(["m", "o"], all.Names("Metrics", "MetricName"));
        Assert.Equal("a", all["Metrics"][0].GetProperty("Dimensions")[0].GetProperty("Name").GetString());
        var some = await _host.MetricsAsync("ListMetrics", new { Dimensions = new[] { new { Name = "z" } } });
        Assert.Equal(["m"], some.Names("Metrics", "MetricName"));
        _host.Clock.Now += TimeSpan.FromHours(4);
        Assert.Empty((await _host.MetricsAsync("ListMetrics", new { RecentlyActive = "PT3H" })).Names("Metrics", "MetricName"));
    }

    [Theory]
    [InlineData("""{"MetricDataQueries":[{"Id":"a","Expression":"b*2"}],"StartTime":0,"EndTime":60}""", "GetMetricData", "no expressions")]
    [InlineData("""{"MetricDataQueries":[{"Id":"a","MetricStat":{"Metric":{"Namespace":"n","MetricName":"m"},"Period":60,"Stat":"p99"}}],"StartTime":0,"EndTime":60}""", "GetMetricData", "p99")]
    [InlineData("""{"Namespace":"n","MetricName":"m","StartTime":0,"EndTime":86460,"Period":60,"Statistics":["Sum"]}""", "GetMetricStatistics", "1,441 datapoints, which exceeds the limit of 1,440")]
    [InlineData("""{"Namespace":"n","MetricData":[{"MetricName":"m","Value":1,"Values":[1]}]}""", "PutMetricData", "mutually exclusive")]
    [InlineData("""{"Namespace":"n","MetricData":[{"MetricName":"m","Value":1,"Timestamp":0}]}""", "PutMetricData", "past two weeks")]
    [InlineData("""{"Namespace":"n","MetricData":[{"MetricName":"m"}]}""", "PutMetricData", "required")]
    public async Task Refuses_with_a_clear_message(string request, string operation, string message)
    {
        var error = await _host.CallAsync(operation, request, "GraniteServiceVersion20100801.");
        Assert.Equal(HttpStatusCode.BadRequest, error.Status);
        Assert.Equal("application/x-amz-json-1.0", error.ContentType);
        Assert.Contains(message, error["message"].GetString());
    }

    private Task<SandboxAnswer> PutAsync(params object[] data) => _host.MetricsAsync("PutMetricData", new { Namespace = "n", MetricData = data });

    private Task<SandboxAnswer> QueryAsync(string scanBy, string? token) => _host.MetricsAsync("GetMetricData", new
    {
        StartTime = _minute - 3600,
        EndTime = _minute + 60,
        ScanBy = scanBy,
        MaxDatapoints = 3,
        NextToken = token,
        MetricDataQueries = new[] { "a", "b" }.Select(name => new
        {
            Id = name,
            MetricStat = new { Metric = new { Namespace = "n", MetricName = name }, Period = 60, Stat = "Sum" },
        }),
    });
}
