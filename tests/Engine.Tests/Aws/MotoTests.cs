using FlowLogs.Cloud;

namespace FlowLogs.Tests.Aws;

/// <summary>A walk through everything against an emulator. It has no TestMetricFilter, its patterns match too much, and it knows no stream prefix in FilterLogEvents.</summary>
public sealed class MotoTests(MotoServer moto) : AwsTestBase, IClassFixture<MotoServer>
{
    [MotoFact]
    public async Task Groups_are_made_listed_and_deleted()
    {
        using var logs = Connect(moto.Url);
        await logs.CreateLogGroupAsync("/groups/a", default);
        await logs.CreateLogGroupAsync("/groups/b", default);

        var exists = await Fails("LogGroupExists", FlowErrorKind.AlreadyExists, () => logs.CreateLogGroupAsync("/groups/a", default));
        Assert.Equal("/groups/a", exists.Target);
        var groups = await logs.DescribeLogGroupsAsync("/groups/", null, default);
        Assert.Equal(["/groups/a", "/groups/b"], groups.Items.Select(g => g.LogGroupName));
        Assert.Equal(DateTimeOffset.UtcNow.Date, groups.Items[0].CreationTime!.Value.Date, TimeSpan.FromDays(1));
        Assert.EndsWith(":log-group:/groups/a", groups.Items[0].LogGroupArn, StringComparison.Ordinal);

        await logs.DeleteLogGroupAsync("/groups/a", default);
        Assert.Equal("/groups/b", Assert.Single((await logs.DescribeLogGroupsAsync("/groups/", null, default)).Items).LogGroupName);
        await Fails("LogGroupNotFound", FlowErrorKind.NotFound, () => logs.DeleteLogGroupAsync("/groups/a", default));
    }

    [MotoFact]
    public async Task Long_lists_come_in_pages()
    {
        using var logs = Connect(moto.Url);
        var names = Enumerable.Range(0, 120).Select(i => $"/pages/{i:000}").ToList();
        foreach (var name in names)
            await logs.CreateLogGroupAsync(name, default);

        var found = new List<string>();
        string? token = null;
        do
        {
            var page = await logs.DescribeLogGroupsAsync("/pages/", token, default);
            found.AddRange(page.Items.Select(g => g.LogGroupName));
            token = page.NextToken;
        }
        while (token is not null);

        Assert.Equal(names, found);
    }

    [MotoFact]
    public async Task Events_are_read_both_ways()
    {
        using var logs = Connect(moto.Url);
        var start = DateTimeOffset.UtcNow.AddMinutes(-10).ToUnixTimeMilliseconds();
        await logs.CreateLogGroupAsync("/events", default);
        foreach (var stream in new[] { "eni-1-all", "eni-2-all", "other" })
        {
            await moto.CallAsync("CreateLogStream", new { logGroupName = "/events", logStreamName = stream });
            await moto.CallAsync("PutLogEvents", new
            {
                logGroupName = "/events",
                logStreamName = stream,
                logEvents = Enumerable.Range(0, 10).Select(i => new { timestamp = start + (i * 1000), message = $"{stream} {i}" }),
            });
        }

        var streams = await logs.DescribeLogStreamsAsync("/events", "eni-", null, default);
        Assert.Equal(["eni-1-all", "eni-2-all"], streams.Items.Select(s => s.LogStreamName));
        Assert.Equal(start, streams.Items[0].FirstEventTimestamp!.Value.ToUnixTimeMilliseconds());

        var query = new LogEventQuery { LogGroupName = "/events", StartTime = start + 2000, EndTime = start + 5000 };
        var found = await logs.FilterLogEventsAsync(query with { LogStreamNames = ["eni-1-all", "eni-2-all"] }, null, default);
        Assert.Equal(8, found.Items.Count);
        Assert.All(found.Items, e => Assert.InRange(e.Timestamp, start + 2000, start + 5000));
        Assert.All(found.Items, e => Assert.NotNull(e.EventId));
        Assert.Equal(["eni-1-all", "eni-2-all"], found.Items.Select(e => e.LogStreamName).Distinct().Order());

        var one = query with { LogStreamNames = ["other"] };
        var read = await logs.FilterLogEventsAsync(one, null, default);
        Assert.Equal(["other 2", "other 3", "other 4", "other 5"], read.Items.Select(e => e.Message));

        await Fails("LogGroupNotFound", FlowErrorKind.NotFound, () => logs.FilterLogEventsAsync(new LogEventQuery { LogGroupName = "/none" }, null, default));
    }

    [MotoFact]
    public async Task Metric_filters_are_made_replaced_listed_and_deleted()
    {
        using var logs = Connect(moto.Url);
        await logs.CreateLogGroupAsync("/filters", default);
        var filter = new FlowMetricFilter
        {
            FilterName = "rejected",
            LogGroupName = "/filters",
            FilterPattern = "[v, a, i, s, d, sp, dp, pr, p, b, st, e, action=\"REJECT\", l]",
            MetricName = "Rejected",
            MetricNamespace = "FlowLogs",
            MetricValue = "$p",
            DefaultValue = 0,
            Unit = "Count",
        };
        await logs.PutMetricFilterAsync(filter, default);
        await logs.PutMetricFilterAsync(
            new FlowMetricFilter
            {
                FilterName = "all",
                LogGroupName = "/filters",
                FilterPattern = "",
                MetricName = "All",
                MetricNamespace = "FlowLogs",
            },
            default);

        var byGroup = await logs.DescribeMetricFiltersAsync("/filters", "rej", null, null, null, default);
        var found = Assert.Single(byGroup.Items);
        Assert.Equal(
            (filter.FilterName, filter.LogGroupName, filter.FilterPattern, filter.MetricName, filter.MetricNamespace, filter.MetricValue, filter.DefaultValue, filter.Unit),
            (found.FilterName, found.LogGroupName, found.FilterPattern, found.MetricName, found.MetricNamespace, found.MetricValue, found.DefaultValue, found.Unit));
        var byMetric = await logs.DescribeMetricFiltersAsync(null, null, "All", "FlowLogs", null, default);
        Assert.Equal("all", Assert.Single(byMetric.Items).FilterName);

        await logs.DeleteMetricFilterAsync("/filters", "rejected", default);
        Assert.Empty((await logs.DescribeMetricFiltersAsync("/filters", "rej", null, null, null, default)).Items);
    }

    [MotoFact]
    public async Task An_operation_that_the_emulator_lacks_is_a_service_error()
    {
        using var logs = Connect(moto.Url);

        await Fails("ServiceError", FlowErrorKind.Unavailable, () => logs.TestMetricFilterAsync("[a]", ["1"], default));
    }
}
