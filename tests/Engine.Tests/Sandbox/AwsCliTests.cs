using System.Text.Json;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Tests.Sandbox;

/// <summary>The aws CLI as the judge.</summary>
public sealed class AwsCliTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    private static readonly string[] FlowGroup = ["--log-group-name", SandboxHost.FlowGroup];

    private EventSnapshot FirstStream => host.Store.Group(SandboxHost.FlowGroup).Streams.Values.First().Events;

    [AwsCliFact]
    public async Task Reads_groups_streams_and_events()
    {
        var groups = await AwsAsync("describe-log-groups", "--log-group-name-prefix", "my");
        Assert.Equal("my-flow-log", groups.GetProperty("logGroups")[0].GetProperty("logGroupName").GetString());

        var streams = await AwsAsync(["describe-log-streams", .. FlowGroup, "--page-size", "3"]);
        Assert.Equal(host.Store.Group(SandboxHost.FlowGroup).Streams.Keys, Members(streams, "logStreams", "logStreamName"));

        var stream = streams.GetProperty("logStreams")[0].GetProperty("logStreamName").GetString()!;
        var read = await AwsAsync(["get-log-events", .. FlowGroup, "--log-stream-name", stream, "--start-from-head", "--limit", "3"]);
        var expected = Enumerable.Range(0, 3).Select(i => System.Text.Encoding.UTF8.GetString(FirstStream[i].Message.Span));
        Assert.Equal(expected, Members(read, "events", "message"));
        Assert.StartsWith("f/", read.GetProperty("nextForwardToken").GetString());

        var all = await AwsAsync(["filter-log-events", .. FlowGroup, "--page-size", "3000"]);
        var ids = Members(all, "events", "eventId");
        Assert.Equal(host.Store.Group(SandboxHost.FlowGroup).Streams.Values.Sum(s => s.Events.Count), ids.Distinct().Count());
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [AwsCliFact]
    public async Task Makes_a_group_puts_events_and_removes_it()
    {
        string[] group = ["--log-group-name", "from-the-cli"];
        await AwsAsync(["create-log-group", .. group]);
        await AwsAsync(["create-log-stream", .. group, "--log-stream-name", "s"]);
        var put = await AwsAsync(
            ["put-log-events", .. group, "--log-stream-name", "s", "--log-events", $"timestamp={host.Now},message=hello", $"timestamp={host.Now + 1},message=again"]);
        Assert.False(put.TryGetProperty("rejectedLogEventsInfo", out _));
        Assert.Equal(2, host.Store.Group("from-the-cli").Stream("s").Events.Count);

        await AwsAsync(["delete-log-group", .. group]);
        Assert.DoesNotContain("from-the-cli", host.Store.Groups.Keys);
        var error = await RunAsync(["delete-log-group", .. group]);
        Assert.NotEqual(0, error.ExitCode);
        Assert.Contains("(ResourceNotFoundException) when calling the DeleteLogGroup operation: The specified log group does not exist.", error.Errors);
    }

    [AwsCliFact]
    public async Task Makes_lists_and_removes_a_metric_filter()
    {
        await AwsAsync(
            ["put-metric-filter", .. FlowGroup, "--filter-name", "SSHAccess", "--filter-pattern", "[..., action=ACCEPT, status]", "--metric-transformations", "metricName=SSHAccess,metricNamespace=Flow/Logs,metricValue=1,defaultValue=0"]);
        var listed = await AwsAsync(["describe-metric-filters", .. FlowGroup]);
        Assert.Equal(["SSHAccess"], Members(listed, "metricFilters", "filterName"));
        await AwsAsync(["delete-metric-filter", .. FlowGroup, "--filter-name", "SSHAccess"]);
        Assert.Empty(host.Store.Group(SandboxHost.FlowGroup).MetricFilters);
    }

    [AwsCliFact]
    public async Task Tests_a_metric_filter()
    {
        var tested = await AwsAsync("test-metric-filter", "--filter-pattern", "", "--log-event-messages", "one two", "three");
        Assert.Equal(["1", "2"], Members(tested, "matches", "eventNumber"));
    }

    /// <summary>The same with a pattern: needs the pattern language.</summary>
    [AwsCliFact]
    public async Task Tests_a_metric_filter_with_fields()
    {
        var tested = await AwsAsync("test-metric-filter", "--filter-pattern", "[first=one, second]", "--log-event-messages", "three four", "one two");
        var match = Assert.Single(tested.GetProperty("matches").EnumerateArray());
        Assert.Equal(2, match.GetProperty("eventNumber").GetInt32());
        Assert.Equal("two", match.GetProperty("extractedValues").GetProperty("$second").GetString());
    }

    private Task<AwsToolResult> RunAsync(string[] arguments) =>
        AwsTool.RunAsync("aws", ["logs", "--endpoint-url", host.EndpointUrl.ToString(), "--output", "json", .. arguments]);

    private async Task<JsonElement> AwsAsync(params string[] arguments)
    {
        var result = await RunAsync(arguments);
        Assert.True(result.ExitCode == 0, result.Errors);
        return result.Output.Length == 0 ? default : JsonElement.Parse(result.Output);
    }

    private static string[] Members(JsonElement answer, string list, string member) =>
        [.. answer.GetProperty(list).EnumerateArray().Select(item => item.GetProperty(member).ToString())];
}
