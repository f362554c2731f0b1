using FlowLogs.Cloud;
using FlowLogs.Reading;

namespace FlowLogs.Tests.Cloud.Events;

public class FlowEventReaderTests
{
    private const string Line = "2 123456789012 eni-c46ee49c 10.0.1.218 10.0.1.63 80 54033 6 2 112 1441341480 1441341532 ACCEPT OK";
    private const string Lost = "2 123456789012 eni-c46ee49c - - - - - - - 1441341480 1441341532 - SKIPDATA";
    private const string Nothing = "2 123456789012 eni-c46ee49c - - - - - - - 1441341480 1441341532 - NODATA";

    private static readonly LogEventQuery Query = new() { LogGroupName = "group" };

    [Fact]
    public async Task Events_become_records_with_what_the_service_knows_of_them()
    {
        var items = await ReadAsync([Line, "bogus"], new ReadTally());
        Assert.Equal(2, items.Count);
        var record = items[0].Record!;
        Assert.Equal(Line, record.ToString());
        Assert.Equal(("group", "eni-1-all", "id0"), (record.LogGroupName, record.LogStreamName, record.EventId));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1_441_341_480_000), record.Timestamp);
        Assert.Equal("FieldCount", items[1].Problem!.ErrorId);
    }

    [Fact]
    public async Task Records_stay_what_they_are_when_the_memory_of_their_pages_is_used_again()
    {
        var lines = Enumerable.Range(0, 30_000).Select(static i => FormattableString.Invariant(
            $"2 123456789012 eni-{i % 7} 10.0.1.218 10.0.1.63 80 54033 6 2 {i} 1441341480 1441341532 ACCEPT OK")).ToList();
        var server = new EventServer(
            lines.Select(static (line, i) => new CloudLogEvent(line, 1_441_341_480_000 + (i * 10L), i, $"eni-{i % 7}-all", FormattableString.Invariant($"{i:D56}"))),
            pageSize: 400);
        var records = new List<FlowLogRecord>();
        var logs = new LogsStub((query, token) => PageJson.Rented(server.Answer(query, token))).Logs;
        await foreach (var batch in FlowEventReader.ReadAsync(logs, Query, new FlowReadOptions()))
            records.AddRange(batch.Select(static item => item.Record!));
        Assert.Equal(lines, records.Select(static record => record.ToString()));
        Assert.Equal(lines.Select(static (_, i) => FormattableString.Invariant($"{i:D56} eni-{i % 7}-all")), records.Select(static record => $"{record.EventId} {record.LogStreamName}"));
    }

    [Fact]
    public async Task What_was_read_is_counted()
    {
        var tally = new ReadTally();
        foreach (var item in await ReadAsync([Line, Lost, Line, Nothing, "bogus", Nothing], tally))
        {
            if (item.Record is not null)
                tally.Add(item.Record);
        }

        var summary = tally.ToSummary();
        Assert.Equal((6, 5, 1, 1, 2), (summary.Events, summary.Records, summary.LinesSkipped, summary.SkipData, summary.NoData));
        Assert.Equal((2, 2, 1), (summary.Requests, summary.Pages, summary.EmptyPages));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1441341480), summary.FirstTime);
        Assert.Equal(summary.FirstTime, summary.LastTime);
        Assert.Equal(TimeSpan.FromMinutes(5), summary.IngestLag);
        Assert.False(summary.Complete);
        Assert.Collection(
            summary.Reasons,
            reason => Assert.Contains("1 lines are no", reason, StringComparison.Ordinal),
            reason => Assert.Contains("SKIPDATA", reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_AWS_lost_counts_whether_it_is_wanted_or_not()
    {
        var tally = new ReadTally();
        var options = new FlowReadOptions { Tally = tally, Condition = FlowLogs.Conditions.FlowExpression.Action(["ACCEPT"]) };
        Assert.Single(await ReadAsync([Line, Lost, Nothing], options));
        Assert.Equal((1, 1, false), (tally.ToSummary().SkipData, tally.ToSummary().NoData, tally.ToSummary().Complete));
    }

    [Fact]
    public async Task What_AWS_lost_at_other_times_does_not_count()
    {
        var tally = new ReadTally();
        var options = new FlowReadOptions { Tally = tally, StartTime = DateTimeOffset.FromUnixTimeSeconds(1441341481) };
        Assert.Empty(await ReadAsync([Line, Lost, Nothing], options));
        Assert.Equal((0, 0, true), (tally.ToSummary().SkipData, tally.ToSummary().NoData, tally.ToSummary().Complete));
    }

    [Fact]
    public void A_summary_tells_errors_and_where_it_was_stopped()
    {
        var tally = new ReadTally();
        tally.Stop("Stopped.");
        Assert.True(tally.ToSummary().Complete);
        tally.Fail(new FlowLogException("Id", FlowErrorKind.Warning, "Only a warning."));
        Assert.True(tally.ToSummary().Complete);
        for (var i = 0; i < 150; i++)
            tally.Fail(new FlowLogException("Id", FlowErrorKind.ReadError, $"Error {i}."));
        var summary = tally.ToSummary();
        Assert.False(summary.Complete);
        Assert.Equal(102, summary.Reasons.Length);
        Assert.Equal(["Error 99.", "50 more errors.", "Stopped."], summary.Reasons[99..]);
    }

    [Theory]
    [InlineData(null, 1_700_000_000_000)]
    [InlineData(1_699_990_000_000, 1_700_000_000_000)]
    [InlineData(1_699_999_970_000, 1_700_000_000_000)]
    [InlineData(1_700_000_000_000, 1_700_000_000_000)]
    public void Backwards_leaves_no_gap(long? from, long to)
    {
        var parts = FlowEventReader.Backwards(Query with { StartTime = from, EndTime = to }).ToList();
        Assert.Equal(to, parts[0].EndTime);
        Assert.Equal(from, parts[^1].StartTime);
        for (var i = 1; i < parts.Count; i++)
            Assert.Equal(parts[i - 1].StartTime - 1, parts[i].EndTime);
        Assert.InRange(parts.Count, 1, 20);
    }

    private static Task<List<ReadItem>> ReadAsync(string[] messages, ReadTally tally) =>
        ReadAsync(messages, new FlowReadOptions { Tally = tally });

    private static async Task<List<ReadItem>> ReadAsync(string[] messages, FlowReadOptions options)
    {
        const long time = 1_441_341_480_000;
        var events = messages.Select(static (message, i) =>
            new CloudLogEvent(message, time, time + 52_000 + (5 * 60_000), "eni-1-all", $"id{i}"));
        var all = new List<ReadItem>();
        await foreach (var batch in FlowEventReader.ReadAsync(new LogsStub(new EventServer(events, 100).Answer).Logs, Query, options))
            all.AddRange(batch);
        return all;
    }
}
