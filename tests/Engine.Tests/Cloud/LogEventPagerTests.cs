using FlowLogs.Cloud;
using FlowLogs.Reading;

namespace FlowLogs.Tests.Cloud;

public class LogEventPagerTests
{
    private static readonly LogEventQuery Query = new() { LogGroupName = "group" };

    [Fact]
    public async Task FilterLogEvents_goes_on_after_an_empty_page_with_a_token()
    {
        var logs = new ScriptedLogs { FilterPages = [(["a"], "t1"), ([], "t2"), ([], "t3"), (["b"], null)] };
        Assert.Equal(["a", "b"], await ReadAll(LogEventPager.FilterAsync(logs, Query, default)));
        Assert.Equal([null, "t1", "t2", "t3"], logs.Tokens);
    }

    [Fact]
    public async Task FilterLogEvents_tolerates_a_repeated_token_and_drops_the_events_that_pages_share()
    {
        var logs = new ScriptedLogs { FilterPages = [(["a", "b"], "t"), (["b", "c"], "t"), ([], "t"), (["c", "d"], null)] };
        Assert.Equal(["a", "b", "c", "d"], await ReadAll(LogEventPager.FilterAsync(logs, Query, default)));
    }

    [Fact]
    public async Task FilterLogEvents_does_not_turn_in_a_circle_for_ever()
    {
        var logs = new ScriptedLogs { FilterPages = [.. Enumerable.Repeat<(string[], string?)>(([], "same"), 1000)] };
        var error = await Assert.ThrowsAsync<FlowLogException>(() => ReadAll(LogEventPager.FilterAsync(logs, Query, default)));
        Assert.Equal("PagingStuck", error.ErrorId);
    }

    [Fact]
    public async Task GetLogEvents_ends_where_the_token_comes_back()
    {
        var logs = new ScriptedLogs { GetPages = [(["a"], "f/1"), ([], "f/2"), (["b"], "f/3"), ([], "f/3"), (["never"], "f/4")] };
        Assert.Equal(["a", "b"], await ReadAll(LogEventPager.GetAsync(logs, Query, default)));
        Assert.Equal([null, "f/1", "f/2", "f/3"], logs.Tokens);
    }

    [Fact]
    public async Task One_stream_without_a_pattern_is_read_with_GetLogEvents()
    {
        const string line = "2 123456789012 eni-c46ee49c 10.0.1.218 10.0.1.63 80 54033 6 2 112 1441341480 1441341532 ACCEPT OK";
        var logs = new ScriptedLogs { GetPages = [([line, "bogus"], "f/1"), ([], "f/1")] };
        var query = Query with { LogStreamNames = ["eni-c46ee49c-all"] };
        var items = new List<ReadItem>();
        await foreach (var batch in FlowEventReader.ReadAsync(logs, query, new FlowReadOptions()))
            items.AddRange(batch);

        Assert.Equal(2, items.Count);
        Assert.Equal(line, items[0].Record!.ToString());
        Assert.Equal("eni-c46ee49c-all", items[0].Record!.LogStreamName);
        Assert.Equal("group", items[0].Record!.LogGroupName);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1000), items[0].Record!.Timestamp);
        Assert.Equal("FieldCount", items[1].Problem!.ErrorId);
    }

    private static async Task<List<string>> ReadAll(IAsyncEnumerable<IReadOnlyList<CloudLogEvent>> pages)
    {
        var all = new List<string>();
        await foreach (var page in pages)
            all.AddRange(page.Select(static e => e.Message));
        return all;
    }

    /// <summary>Answers from a list of pages; the message is the event's id too.</summary>
    private sealed class ScriptedLogs : ICloudLogs
    {
        public bool HasOwnEndpoint => false;

        private int _next;

        public (string[] Messages, string? Token)[] FilterPages { get; init; } = [];

        public (string[] Messages, string? Token)[] GetPages { get; init; } = [];

        public List<string?> Tokens { get; } = [];

        public Task<CloudPage<CloudLogEvent>> FilterLogEventsAsync(LogEventQuery query, string? nextToken, CancellationToken cancellationToken) => Next(FilterPages, nextToken);

        public Task<CloudPage<CloudLogEvent>> GetLogEventsAsync(LogEventQuery query, string? nextToken, CancellationToken cancellationToken) => Next(GetPages, nextToken);

        public Task<CloudPage<FlowLogGroup>> DescribeLogGroupsAsync(string? namePrefix, string? nextToken, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task CreateLogGroupAsync(string logGroupName, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task DeleteLogGroupAsync(string logGroupName, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<CloudPage<FlowLogStream>> DescribeLogStreamsAsync(string logGroupName, string? namePrefix, string? nextToken, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task PutMetricFilterAsync(FlowMetricFilter filter, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<CloudPage<FlowMetricFilter>> DescribeMetricFiltersAsync(string? logGroupName, string? filterNamePrefix, string? metricName, string? metricNamespace, string? nextToken, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task DeleteMetricFilterAsync(string logGroupName, string filterName, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task PutRetentionPolicyAsync(string logGroupName, int retentionInDays, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task DeleteRetentionPolicyAsync(string logGroupName, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task PutSubscriptionFilterAsync(FlowSubscription subscription, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<CloudPage<FlowSubscription>> DescribeSubscriptionFiltersAsync(string logGroupName, string? filterNamePrefix, string? nextToken, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task DeleteSubscriptionFilterAsync(string logGroupName, string filterName, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<CloudFilterMatch>> TestMetricFilterAsync(string filterPattern, IReadOnlyList<string> messages, CancellationToken cancellationToken) => throw new NotSupportedException();

        public void Dispose()
        {
        }

        private Task<CloudPage<CloudLogEvent>> Next((string[] Messages, string? Token)[] pages, string? token)
        {
            Tokens.Add(token);
            var (messages, next) = pages[_next++];
            IReadOnlyList<CloudLogEvent> events = [.. messages.Select(static m => new CloudLogEvent(m, 1000, 2000, null, m))];
            return Task.FromResult(new CloudPage<CloudLogEvent>(events, next));
        }
    }
}
