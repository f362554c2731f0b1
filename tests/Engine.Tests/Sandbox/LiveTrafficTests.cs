using FlowLogs.Cloud;

namespace FlowLogs.Tests.Sandbox;

/// <summary>The group that goes on living.</summary>
public sealed class LiveTrafficTests
{
    [Fact]
    public void Brings_records_as_time_passes_with_some_delay()
    {
        using var host = new SandboxHost(new FlowSandboxOptions(0, 7) { IsLive = true });
        using var still = new SandboxHost();
        host.Live!.Advance();
        var before = Count(still);
        var first = Count(host);
        Assert.True(first > before, "What has arrived since the end of the log is there from the beginning.");

        host.Clock.Now += TimeSpan.FromMinutes(10);
        host.Live.Advance();
        var streams = host.Store.Group(SandboxHost.FlowGroup).Streams.Values.ToList();
        Assert.True(Count(host) > first);
        foreach (var stream in streams)
        {
            var last = stream.Events[stream.Events.Count - 1];
            Assert.InRange(last.Timestamp, host.Now - (22 * 60_000), host.Now - 20_000);
            Assert.InRange(last.IngestionTime, host.Now - (22 * 60_000), host.Now);
        }
    }

    [Fact]
    public async Task Goes_through_metric_filters_and_survives_the_end_of_its_group()
    {
        using var host = new SandboxHost(new FlowSandboxOptions(0, 7) { IsLive = true });
        await host.DoAsync("PutMetricFilter", new
        {
            logGroupName = SandboxHost.FlowGroup,
            filterName = "f",
            filterPattern = "[..., action=REJECT, status]",
            metricTransformations = new[] { new { metricName = "m", metricNamespace = "n", metricValue = "1" } },
        });
        host.Clock.Now += TimeSpan.FromMinutes(30);
        host.Live!.Advance();
        Assert.Single(host.Metrics.List());

        await host.DoAsync("DeleteLogGroup", new { logGroupName = SandboxHost.FlowGroup });
        host.Clock.Now += TimeSpan.FromMinutes(30);
        host.Live.Advance();
    }

    private static int Count(SandboxHost host) =>
        host.Store.Group(SandboxHost.FlowGroup).Streams.Values.Sum(stream => stream.Events.Count);
}
