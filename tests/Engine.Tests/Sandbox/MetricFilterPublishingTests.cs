using FlowLogs.Sandbox.Store.Metrics;

namespace FlowLogs.Tests.Sandbox;

/// <summary>What metric filters make of events that come in.</summary>
public sealed class MetricFilterPublishingTests : IDisposable
{
    private readonly SandboxHost _host = new();
    private int _groups;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Counts_the_default_for_each_event_that_does_not_match()
    {
        var group = await MakeAsync("hit", new { metricName = "m", metricNamespace = "n", metricValue = "5", defaultValue = 3 });
        await _host.PutAsync(group, "s", [.. Enumerable.Range(0, 15).Select(i => (0L, i == 7 ? "hit" : "miss"))]);

        var (_, values) = Assert.Single(Read("m"));
        Assert.Equal(new StatisticSet(15, 47, 3, 5), values);
    }

    [Fact]
    public async Task Puts_values_into_the_minute_of_the_event()
    {
        var group = await MakeAsync("", new { metricName = "m", metricNamespace = "n", metricValue = "2" });
        await _host.PutAsync(group, "s", (-300_000, "a"), (-299_999, "b"), (-240_001, "c"), (-240_000, "d"), (60_000, "e"));

        var minute = _host.Now / 60_000 * 60;
        Assert.Equal([(minute - 300, 6.0), (minute - 240, 2.0), (minute + 60, 2.0)], Read("m").Select(p => (p.Key, p.Value.Sum)));
    }

    [Fact]
    public async Task Takes_values_and_dimensions_from_fields()
    {
        var group = await MakeAsync(
            "[first, action=REJECT, bytes]",
            new { metricName = "m", metricNamespace = "n", metricValue = "$bytes", unit = "Bytes", dimensions = new { By = "$first", Size = "$3" } });
        await _host.PutAsync(group, "s", (0, "a REJECT 10"), (0, "a REJECT 7.5"), (0, "b REJECT 10"), (0, "c ACCEPT 10"), (0, "d REJECT -"));

        Assert.Equal(10, Assert.Single(Read("m", "Bytes", ("By", "a"), ("Size", "10"))).Value.Sum);
        Assert.Equal(7.5, Assert.Single(Read("m", "Bytes", ("Size", "7.5"), ("By", "a"))).Value.Sum);
        Assert.Equal(3, _host.Metrics.List().Count);
        Assert.Empty(Read("m"));
    }

    [Fact]
    public async Task Takes_values_from_JSON()
    {
        var group = await MakeAsync("{ $.x = 1 }", new { metricName = "m", metricNamespace = "n", metricValue = "$.list[1].['a-b']", defaultValue = 100 });
        await _host.PutAsync(
            group,
            "s",
            (0, """{"x":1,"list":[0,{"a-b":2}]}"""),
            (0, """{"x":1,"list":[0,{"a-b":"3.5"}]}"""),
            (0, """{"x":1,"list":[0]}"""),
            (0, """{"x":1,"list":[0,{"a-b":null}]}"""),
            (0, """{"x":1,"list":[0,{"a-b":"many"}]}"""));

        // 2, 3.5, and the default where the value is missing or null, but not where it is no number.
        Assert.Equal(new StatisticSet(4, 205.5, 2, 100), Assert.Single(Read("m")).Value);
    }

    [Fact]
    public async Task Counts_an_event_without_a_dimension_for_the_metric_without_any()
    {
        var group = await MakeAsync("{ $.x = * }", new { metricName = "m", metricNamespace = "n", metricValue = "1", dimensions = new { A = "$.a", B = "$.b" } });
        await _host.PutAsync(
            group, "s", (0, """{"x":1,"a":"p","b":"q"}"""), (0, """{"x":1,"a":"p"}"""), (0, """{"x":1,"b":"q"}"""), (0, """{"x":1}"""));

        Assert.Equal(3, Assert.Single(Read("m")).Value.Sum);
        Assert.Equal(1, Assert.Single(Read("m", StandardUnit.None, ("A", "p"), ("B", "q"))).Value.Sum);
        Assert.Equal(2, _host.Metrics.List().Count);
    }

    [Fact]
    public async Task Does_not_look_at_events_from_before_the_filter()
    {
        await _host.MakeStreamAsync("g", "s");
        await _host.PutAsync("g", "s", (0, "early"));
        await PutFilterAsync("g", "", new { metricName = "m", metricNamespace = "n", metricValue = "1" });
        await _host.PutAsync("g", "s", (0, "late"));
        await _host.DoAsync("DeleteMetricFilter", new { logGroupName = "g", filterName = "f" });
        await _host.PutAsync("g", "s", (0, "too late"));

        Assert.Equal(1, Assert.Single(Read("m")).Value.SampleCount);
    }

    [Fact]
    public async Task Adds_the_service_s_own_dimensions()
    {
        await _host.MakeStreamAsync("g", "s");
        await _host.DoAsync("PutMetricFilter", new
        {
            logGroupName = "g",
            filterName = "f",
            filterPattern = "hit",
            metricTransformations = new[] { new { metricName = "m", metricNamespace = "n", metricValue = "1", defaultValue = 0 } },
            emitSystemFieldDimensions = new[] { "@aws.account", "@source.log" },
        });
        await _host.PutAsync("g", "s", (0, "hit"), (0, "miss"));

        Assert.Equal(1, Assert.Single(Read("m", StandardUnit.None, ("@aws.account", "123456789012"), ("@source.log", "g"))).Value.Sum);
        Assert.Equal(new StatisticSet(1, 0, 0, 0), Assert.Single(Read("m")).Value);
    }

    private async Task<string> MakeAsync(string pattern, object transformation)
    {
        var group = $"group-{_groups++}";
        await _host.MakeStreamAsync(group, "s");
        await PutFilterAsync(group, pattern, transformation);
        return group;
    }

    private Task<SandboxAnswer> PutFilterAsync(string group, string pattern, object transformation) => _host.DoAsync(
        "PutMetricFilter",
        new { logGroupName = group, filterName = "f", filterPattern = pattern, metricTransformations = new[] { transformation } });

    private SortedList<long, StatisticSet> Read(string name, string unit = StandardUnit.None, params (string Name, string Value)[] dimensions) =>
        _host.Metrics.Read(
            new MetricIdentity("n", name, dimensions.Select(d => KeyValuePair.Create(d.Name, d.Value))), unit, 0, long.MaxValue / 2, 60);
}
