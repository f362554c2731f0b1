using FlowLogs.Cloud;
using FlowLogs.Cloud.Events;
using FlowLogs.Reading;

namespace FlowLogs.Tests.Cloud.Events;

public class EventRangeReaderTests
{
    private static readonly LogEventQuery Query = new() { LogGroupName = "group", StartTime = 1000, EndTime = 9999 };

    private static readonly EventRangeSettings Settings = new()
    {
        Parallel = 4,
        SliceTarget = 50,
        SliceLimit = 200,
        Retry = new RetryLimits { FirstDelay = TimeSpan.Zero },
    };

    [Fact]
    public async Task Goes_on_after_an_empty_page_with_a_token()
    {
        var pages = new Queue<CloudPage<CloudLogEvent>>([Page("t1", 1000), Page("t2"), Page("t3", 2000), Page(null)]);
        var logs = new LogsStub((_, _) => pages.Dequeue());
        Assert.Equal([1000, 2000], await ReadAsync(logs, Settings with { Parallel = 1 }));
    }

    [Fact]
    public async Task Tolerates_a_token_that_comes_again()
    {
        var pages = new Queue<CloudPage<CloudLogEvent>>([Page("t", 1000), Page("t", 1000), Page("t"), Page(null, 2000)]);
        var logs = new LogsStub((_, _) => pages.Dequeue());
        var tally = new ReadTally();
        Assert.Equal([1000, 2000], await ReadAsync(logs, Settings with { Parallel = 1, Tally = tally }));
        Assert.Equal(1, tally.ToSummary().DuplicatesDropped);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Does_not_turn_in_a_circle_for_ever(int length)
    {
        var calls = 0;
        var logs = new LogsStub((_, _) => Page($"t{calls++ % length}"));
        var reader = new EventRangeReader(logs.Logs, Settings with { Parallel = 1 });
        await foreach (var batch in reader.ReadAsync(Query, default))
            Assert.Empty(batch);

        var error = Assert.Single(reader.Missing);
        Assert.Equal(("RangeNotRead", FlowErrorKind.ReadError), (error.ErrorId, error.Kind));
        Assert.Equal("PagingStuck", Assert.IsAssignableFrom<FlowLogException>(error.InnerException).ErrorId);
        Assert.Contains("from 1970-01-01T00:00:01.000Z to 1970-01-01T00:00:09.999Z", error.Message, StringComparison.Ordinal);
        Assert.InRange(logs.Calls, 100, 200);
    }

    [Fact]
    public async Task Begins_a_slice_anew_when_its_token_is_refused()
    {
        var server = new EventServer(EventServer.At(Enumerable.Range(1000, 100).Select(static i => (long)i)), 10);
        var refused = 0;
        var logs = new LogsStub((query, token) => token == "50" && refused++ < 3
            ? throw new FlowLogException("InvalidParameter", FlowErrorKind.InvalidArgument, "The specified nextToken is expired.")
            : server.Answer(query, token));
        var tally = new ReadTally();
        Assert.Equal(Enumerable.Range(1000, 100), (await ReadAsync(logs, Settings with { Parallel = 1, Tally = tally })).Select(static t => (int)t));
        Assert.Equal(3, tally.ToSummary().Restarts);
    }

    [Fact]
    public async Task A_request_that_is_wrong_in_itself_is_an_error_at_once()
    {
        var logs = new LogsStub((_, _) => throw new FlowLogException("InvalidParameter", FlowErrorKind.InvalidArgument, "No such pattern."));
        var error = await Assert.ThrowsAsync<FlowLogException>(() => ReadAsync(logs, Settings));
        Assert.Equal("InvalidParameter", error.ErrorId);
        Assert.Equal(1, logs.Calls);
    }

    [Fact]
    public async Task A_millisecond_may_hold_more_than_a_slice()
    {
        var times = Enumerable.Repeat(5000L, 1000).Concat([4999, 5001, 1000, 9999]).Order();
        var server = new EventServer(EventServer.At(times), 7);
        Assert.Equal(times, await ReadAsync(new LogsStub(server.Answer), Settings));
    }

    [Fact]
    public async Task A_range_that_cannot_be_read_is_named_and_the_others_go_on()
    {
        var times = Enumerable.Range(1000, 9000).Select(static i => (long)i).ToList();
        var server = new EventServer(EventServer.At(times), 20);
        var logs = new LogsStub((query, token) => query.StartTime <= 5500 && query.EndTime >= 5500 && query.StartTime > 1000
            ? throw new FlowLogException("ServiceError", FlowErrorKind.Unavailable, "The service cannot answer.")
            : server.Answer(query, token));
        var reader = new EventRangeReader(logs.Logs, Settings);
        var read = new List<long>();
        await foreach (var batch in reader.ReadAsync(Query, default))
            read.AddRange(batch.Select(static e => e.Timestamp));

        Assert.Single(reader.Missing);
        Assert.Equal(read.Order(), read);
        var missing = times.Except(read).ToList();
        Assert.Contains(5500, missing);
        Assert.InRange(missing.Count, 1, 200);
        var range = $"{TimeSlice.Describe(missing[0], missing[^1])}";
        Assert.Contains(range, reader.Missing.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_goes_away_for_good_is_given_up()
    {
        var server = new EventServer(EventServer.At(Enumerable.Range(1000, 9000).Select(static i => (long)i)), 20);
        var calls = 0;
        var logs = new LogsStub((query, token) => Interlocked.Increment(ref calls) > 60
            ? throw new FlowLogException("ConnectionRefused", FlowErrorKind.Connection, "Refused.")
            : server.Answer(query, token));
        var reader = new EventRangeReader(logs.Logs, Settings);
        var read = new List<long>();
        await foreach (var batch in reader.ReadAsync(Query, default))
            read.AddRange(batch.Select(static e => e.Timestamp));

        Assert.Equal(read.Order(), read);
        // Each reader's last success may come late, when the others have lost patience, and gives them new patience.
        Assert.InRange(logs.Calls, 60, 60 + (Settings.Parallel * Settings.Parallel * (10 + 4)));
        Assert.InRange(reader.Missing.Count, 1, Settings.Parallel);
        Assert.Contains(TimeSlice.Describe(read[^1] + 1, 9999), reader.Missing.Last().Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FlowErrorKind.Connection, 3)]
    [InlineData(FlowErrorKind.Unavailable, 10)]
    [InlineData(FlowErrorKind.Throttled, 10)]
    [InlineData(FlowErrorKind.NotFound, 1)]
    [InlineData(FlowErrorKind.Authentication, 1)]
    [InlineData(FlowErrorKind.PermissionDenied, 1)]
    public async Task What_never_succeeds_is_the_error_of_the_first_call(FlowErrorKind kind, int tries)
    {
        var logs = new LogsStub((_, _) => throw new FlowLogException("TheId", kind, "Why."));
        var tally = new ReadTally();
        var error = await Assert.ThrowsAsync<FlowLogException>(() => ReadAsync(logs, Settings with { Tally = tally }));
        Assert.Equal(("TheId", kind), (error.ErrorId, error.Kind));
        Assert.Equal(tries, logs.Calls);
        Assert.Equal((tries, tries - 1), (tally.ToSummary().Requests, tally.ToSummary().Retries));
    }

    [Fact]
    public async Task Waiting_ends_with_the_cancellation()
    {
        using var stop = new CancellationTokenSource();
        var logs = new LogsStub((_, _) =>
        {
            stop.CancelAfter(50);
            throw new FlowLogException("Throttled", FlowErrorKind.Throttled, "Rate exceeded.");
        });
        var settings = Settings with { Retry = new RetryLimits { FirstDelay = TimeSpan.FromHours(1), MaxDelay = TimeSpan.FromHours(1) } };
        var reading = ReadAsync(logs, settings, stop.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task Who_stops_reading_ends_the_calls()
    {
        var server = new EventServer(EventServer.At(Enumerable.Range(1000, 9000).Select(static i => (long)i)), 10);
        var logs = new LogsStub(server.Answer);
        await foreach (var batch in new EventRangeReader(logs.Logs, Settings).ReadAsync(Query, default))
        {
            if (batch.Count > 0)
                break;
        }

        // What was under way may still end.
        Assert.InRange(logs.Calls, 1, 150);
    }

    [Fact]
    public async Task Holds_no_more_than_the_slices_under_way()
    {
        var server = new EventServer(EventServer.At(Enumerable.Range(0, 50_000).Select(static i => 1000L + (i / 6))), 10);
        var most = 0;
        var read = 0;
        var inFlight = 0;
        var mostInFlight = 0;
        var logs = new LogsStub(async (query, token, _) =>
        {
            mostInFlight = Math.Max(mostInFlight, Interlocked.Increment(ref inFlight));
            await Task.Yield();
            Interlocked.Decrement(ref inFlight);
            return server.Answer(query, token);
        });
        await foreach (var batch in new EventRangeReader(logs.Logs, Settings).ReadAsync(Query, default))
        {
            read += batch.Count;
            most = Math.Max(most, server.Served - read);
        }

        Assert.Equal(50_000, read);
        Assert.InRange(mostInFlight, 1, Settings.Parallel);
        // The pages of slices that were cut count as if they were still held.
        Assert.InRange(most, 1, Settings.Parallel * 3 * Settings.SliceLimit);
    }

    [Fact]
    public async Task A_short_log_takes_one_slice()
    {
        var server = new EventServer(EventServer.At([1000, 5000, 9999]), 10);
        var logs = new LogsStub(server.Answer);
        Assert.Equal([1000, 5000, 9999], await ReadAsync(logs, Settings));
        Assert.Equal(2, logs.Calls);
    }

    [Fact]
    public async Task A_long_log_takes_few_calls_more_than_its_pages()
    {
        var server = new EventServer(EventServer.At(Enumerable.Range(0, 9000).Select(static i => 1000L + i)), 10);
        var logs = new LogsStub(server.Answer);
        Assert.Equal(9000, (await ReadAsync(logs, Settings)).Count);
        // Each slice of some 50 events has five pages and an empty one.
        Assert.InRange(logs.Calls, 900, 1250);
    }

    [Fact]
    public async Task Without_times_everything_is_read_up_to_now()
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        long[] times = [0, 1_600_000_000_000, now - 10, now + 1_000_000];
        var logs = new LogsStub(new EventServer(EventServer.At(times), 10).Answer);
        var read = new List<long>();
        await foreach (var batch in new EventRangeReader(logs.Logs, Settings).ReadAsync(new LogEventQuery { LogGroupName = "group" }, default))
            read.AddRange(batch.Select(static e => e.Timestamp));
        Assert.Equal(times[..3], read);
    }

    [Fact]
    public async Task A_long_search_is_shared_out()
    {
        // Nine thousand empty pages to one event, as with a pattern that hardly anything matches.
        var slices = new System.Collections.Concurrent.ConcurrentDictionary<long, int>();
        var logs = new LogsStub((query, token) =>
        {
            slices[query.EndTime!.Value] = 1;
            var at = token is null ? query.StartTime!.Value : long.Parse(token, System.Globalization.CultureInfo.InvariantCulture);
            var next = at + 1;
            return new CloudPage<CloudLogEvent>(at == 5000 ? [Event(5000)] : [], next > query.EndTime ? null : next.ToString(System.Globalization.CultureInfo.InvariantCulture));
        });
        Assert.Equal([5000], await ReadAsync(logs, Settings));
        Assert.InRange(slices.Count, Settings.Parallel + 1, 50);
        Assert.InRange(logs.Calls, 9000, 9400);
    }

    private static CloudPage<CloudLogEvent> Page(string? token, params long[] times) => new([.. times.Select(Event)], token);

    private static CloudLogEvent Event(long time) => new($"m{time}", time, time, null, $"id{time}");

    private static async Task<List<long>> ReadAsync(LogsStub logs, EventRangeSettings settings, CancellationToken cancellationToken = default)
    {
        var reader = new EventRangeReader(logs.Logs, settings);
        var all = new List<long>();
        await foreach (var batch in reader.ReadAsync(Query, cancellationToken))
            all.AddRange(batch.Select(static e => e.Timestamp));
        Assert.Empty(reader.Missing);
        return all;
    }
}
