using FlowLogs.Sandbox.Operations.Logs;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Tests.Sandbox;

/// <summary>What the operations make of filter patterns; the language itself is tested where it lives.</summary>
public sealed class SandboxPatternTests : IDisposable
{
    private const string SshPattern = "[version, account, eni, source, destination, srcport, dstport=\"22\", protocol=\"6\", ..., action, status]";

    private readonly SandboxHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task FilterLogEvents_gives_exactly_the_events_that_match()
    {
        var pages = await _host.PagesAsync("FilterLogEvents", new()
        {
            ["logGroupName"] = SandboxHost.FlowGroup,
            ["filterPattern"] = SshPattern,
            ["limit"] = 50,
        });

        var expected = _host.Store.Group(SandboxHost.FlowGroup).Streams.Values
            .SelectMany(stream => Enumerable.Range(0, stream.Events.Count).Select(i => stream.Events[i]))
            .OrderBy(e => e.Position)
            .Select(e => System.Text.Encoding.UTF8.GetString(e.Message.Span))
            .Where(line => line.Split(' ') is var fields && fields[6] == "22" && fields[7] == "6")
            .ToList();
        Assert.True(expected.Count > 100);
        Assert.Equal(expected, pages.SelectMany(page => page.Names("events", "message")));
    }

    [Fact]
    public async Task FilterLogEvents_gives_empty_pages_with_a_token_when_it_had_to_look_at_much()
    {
        var group = new LogGroup("large", 0);
        var stream = group.CreateStream("s", 0);
        const int Count = (2 * FilterLogEvents.MaxScanned) + 10;
        var batch = Enumerable.Range(0, Count).Select(i => new NewLogEvent(i, i == Count - 1 ? "needle" : "hay")).ToList();
        stream.Add(batch, _host.Store.Stamp(batch.Count, _host.Now));
        _host.Store.AddGroup(group);

        var pages = await _host.PagesAsync("FilterLogEvents", new() { ["logGroupName"] = "large", ["filterPattern"] = "needle" });

        Assert.Equal(["", "", "needle", ""], pages.Select(page => string.Join(',', page.Names("events", "message"))));
    }

    [Fact]
    public async Task TestMetricFilter_gives_the_matches_with_their_numbers_and_values()
    {
        var answer = await _host.DoAsync("TestMetricFilter", new
        {
            filterPattern = "[kind = \"SPACE\", value, bucket]",
            logEventMessages = new[] { "SPACE 13 A", "OTHER 13 A", "SPACE \"17.5\" A" },
        });

        Assert.Equal(["1", "3"], answer.Names("matches", "eventNumber"));
        Assert.Equal("SPACE \"17.5\" A", answer["matches"][1].GetProperty("eventMessage").GetString());
        Assert.Equal(
            """{"$kind":"SPACE","$value":"17.5","$bucket":"A"}""",
            answer["matches"][1].GetProperty("extractedValues").GetRawText());
    }

    [Theory]
    [InlineData("TestMetricFilter", "[a, a]", "Duplicate field 'a'")]
    [InlineData("TestMetricFilter", "{ $.a = }", "Invalid metric filter pattern")]
    [InlineData("PutMetricFilter", "{ $.a = }", "Invalid metric filter pattern")]
    [InlineData("FilterLogEvents", "{ $.a = }", "Invalid filter pattern")]
    [InlineData("FilterLogEvents", "\"ERROR", "Invalid character(s) in term '\"ERROR'")]
    [InlineData("PutMetricFilter", "{ $.a = 1", "If a filter pattern starts with '{' it must end with '}'")]
    public async Task A_pattern_that_is_wrong_is_refused_in_the_services_words(string operation, string pattern, string message)
    {
        var answer = await _host.CallAsync(operation, new
        {
            logGroupName = SandboxHost.FlowGroup,
            filterName = "f",
            filterPattern = pattern,
            logEventMessages = new[] { "x" },
            metricTransformations = new[] { new { metricName = "m", metricNamespace = "n", metricValue = "1" } },
        });
        answer.IsError("InvalidParameterException", message);
        Assert.Empty(_host.Store.Group(SandboxHost.FlowGroup).MetricFilters);
    }

    [Fact]
    public async Task Patterns_with_fields_have_dimensions()
    {
        await _host.DoAsync("PutMetricFilter", MetricFilterOperationsTests.Filter(
            "f", pattern: "{ $.a = 1 }", extra: """, "dimensions": { "B": "$.b", "A": "$.missing" } """));
        await _host.DoAsync("PutMetricFilter", MetricFilterOperationsTests.Filter(
            "g", pattern: "[a, b]", extra: """, "dimensions": { "A": "$a" } """));

        var filters = (await _host.DoAsync("DescribeMetricFilters", new { logGroupName = SandboxHost.FlowGroup }))["metricFilters"];
        Assert.Equal(
            """{"B":"$.b","A":"$.missing"}""",
            filters[0].GetProperty("metricTransformations")[0].GetProperty("dimensions").GetRawText());
    }

    [Theory]
    [InlineData("literal")]
    [InlineData("$.a[*]")]
    public async Task A_dimension_is_a_selector(string value)
    {
        var answer = await _host.CallAsync("PutMetricFilter", MetricFilterOperationsTests.Filter(
            "f", pattern: "{ $.a = 1 }", extra: $$""", "dimensions": { "A": "{{value}}" } """));
        answer.IsError("InvalidParameterException", "Invalid metric transformation: dimension value must be valid selector");
    }
}
