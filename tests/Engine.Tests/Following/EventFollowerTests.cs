using System.Threading.Channels;
using FlowLogs.Cloud;
using FlowLogs.Reading.Following;

namespace FlowLogs.Tests.Following;

public class EventFollowerTests
{
    private static readonly DateTimeOffset Begin = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly VirtualClock _clock = new(Begin, movesByItself: true);
    private readonly ScriptedLog _log;

    public EventFollowerTests() => _log = new ScriptedLog(_clock);

    private static long Now => Begin.ToUnixTimeMilliseconds();

    [Fact]
    public async Task Each_event_comes_once_however_late_and_in_whatever_order_it_arrives()
    {
        var window = (long)FollowOptions.DefaultWindow.TotalMilliseconds;
        List<string> expected = [];
        for (var minute = 0; minute < 60; minute++)
        {
            var time = Now + (minute * 60_000);
            // The same millisecond, later and later; the last at the end of the window.
            expected.AddRange([_log.Add(time, time + 1), _log.Add(time, time + (window / 2)), _log.Add(time, time + window), _log.Add(time + 1, time + 5)]);
        }

        var found = await FollowAsync(ScriptedLog.Options() with { StartTime = Now, EndTime = Now + 3_600_000 });
        Assert.Equal(expected.Order(), found.Order());
    }

    [Fact]
    public async Task Events_alike_in_everything_but_their_id_all_come()
    {
        List<string> expected = [.. Enumerable.Range(0, 30).Select(i => _log.Add(Now, Now + (i * 20_000)))];
        Assert.Equal(expected, await FollowAsync(ScriptedLog.Options() with { StartTime = Now, EndTime = Now }));
    }

    [Fact]
    public async Task What_is_known_at_once_comes_in_order_of_time_over_all_queries()
    {
        foreach (var i in Enumerable.Range(0, 100).Reverse())
            _log.Add(Now - (i * 1000), Now - 1, ScriptedLog.Line(port: i), $"s{i % 3}");
        var found = await FollowAsync(ScriptedLog.Options("s0", "s1", "s2") with { Follow = false });
        var times = _log.Events.ToDictionary(static e => e.EventId!, static e => e.Timestamp);
        Assert.Equal(100, found.Count);
        Assert.Equal(found.Select(id => times[id]).Order(), found.Select(id => times[id]));
    }

    [Fact]
    public async Task What_was_there_before_is_left_out_unless_a_start_is_given()
    {
        _log.Add(Now - 1000, Now - 500);
        var late = _log.Add(Now - 1000, Now + 60_000);
        var fresh = _log.Add(Now + 30_000, Now + 31_000);
        Assert.Equal([fresh, late], await FollowAsync(ScriptedLog.Options() with { OnlyNew = true, EndTime = Now + 60_000 }));
    }

    [Fact]
    public async Task An_interruption_is_told_of_once_and_loses_nothing()
    {
        List<string> expected = [.. Enumerable.Range(0, 50).Select(i => _log.Add(Now + (i * 10_000), Now + (i * 10_000) + 5))];
        var notices = new List<string>();
        FlowErrorKind[] kinds = [FlowErrorKind.Throttled, FlowErrorKind.Connection, FlowErrorKind.Authentication, FlowErrorKind.ServiceError];
        var options = ScriptedLog.Options() with { StartTime = Now, EndTime = Now + 600_000 };
        var found = await FollowAsync(options, notices, id =>
        {
            if (id == expected[10])
                Array.ForEach(kinds, kind => _log.Failures.Enqueue(new FlowLogException("Broken", kind, "It broke.")));
        });
        Assert.Equal(expected, found);
        Assert.Collection(
            notices,
            static n => Assert.Equal("Reading group is interrupted, and tried again until it works. It broke.", n),
            static n => Assert.Matches(@"^Reading group works again, after \d+ s\. Nothing was missed\.$", n));
    }

    [Theory]
    [InlineData(FlowErrorKind.Authentication)]
    [InlineData(FlowErrorKind.Connection)]
    [InlineData(FlowErrorKind.NotFound)]
    [InlineData(FlowErrorKind.PermissionDenied)]
    public async Task What_is_wrong_from_the_beginning_is_an_error(FlowErrorKind kind)
    {
        _log.Failures.Enqueue(new FlowLogException("Wrong", kind, "It is wrong."));
        var error = await Assert.ThrowsAsync<FlowLogException>(() => FollowAsync(ScriptedLog.Options()));
        Assert.Equal("Wrong", error.ErrorId);
    }

    [Fact]
    public async Task Polls_are_two_to_ten_seconds_apart()
    {
        _log.Add(Now, Now + 120_000);
        await FollowAsync(ScriptedLog.Options() with { StartTime = Now, EndTime = Now });
        var ends = _log.Queries.Count;
        // 20 minutes of window: at most one reading in two seconds, at least one in ten.
        Assert.InRange(ends, 120, 600);
        Assert.All(_log.Queries, q => Assert.Equal((Now, Now), (q.StartTime, q.EndTime)));
    }

    [Fact]
    public async Task A_range_is_read_from_the_mark_to_now_and_the_mark_stays_behind_the_newest_event()
    {
        var window = (long)FollowOptions.DefaultWindow.TotalMilliseconds;
        for (var i = 0; i < 7200; i++)
            _log.Add(Now + (i * 1000), Now + (i * 1000));
        await FollowAsync(ScriptedLog.Options() with { StartTime = Now, EndTime = Now + 7_200_000 });
        Assert.All(_log.Queries, q => Assert.InRange(q.EndTime!.Value - q.StartTime!.Value, 0, window + 30_000));
        Assert.Equal(Now + 7_199_000 - window, _log.Queries[^1].StartTime);
    }

    [Fact]
    public async Task Nothing_that_matches_does_not_hold_the_mark_back_where_the_service_filters()
    {
        var options = ScriptedLog.Options() with
        {
            StartTime = Now,
            EndTime = Now + 7_200_000,
            FindQueries = _ => Task.FromResult<IReadOnlyList<LogEventQuery>>([new LogEventQuery { LogGroupName = ScriptedLog.Group, FilterPattern = "x" }]),
        };
        await FollowAsync(options);
        Assert.InRange(_log.Queries[^1].StartTime!.Value, Now + 7_200_000 - 1_200_000 - 20_000, Now + 7_200_000);
    }

    [Fact]
    public async Task Only_the_window_is_remembered()
    {
        for (var i = 0; i < 20_000; i++)
            _log.Add(Now + (i * 1000), Now + (i * 1000));
        var options = ScriptedLog.Options() with { StartTime = Now, EndTime = Now + 20_000_000, Follow = true };
        var poller = new RangePoller(_log, options, _clock);
        var found = Channel.CreateBounded<Finding>(1);
        var work = poller.RunAsync(found.Writer, default).ContinueWith(_ => found.Writer.Complete(), TaskScheduler.Default);
        var (most, count) = (0, 0);
        await foreach (var finding in found.Reader.ReadAllAsync())
        {
            count += finding.Events.Count;
            most = Math.Max(most, poller.Remembered);
        }

        await work;
        Assert.Equal(20_000, count);
        Assert.InRange(most, 1200, 1400);
    }

    [Fact]
    public async Task Cancelling_ends_at_once()
    {
        using var stop = new CancellationTokenSource();
        _log.Add(Now, Now);
        var still = new VirtualClock(Begin, movesByItself: false);
        var log = new ScriptedLog(still);
        log.Add(Now, Now);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            var options = ScriptedLog.Options() with { StartTime = Now, Follow = true };
            await foreach (var batch in EventFollower.FollowAsync(log, null!, options, still, stop.Token))
            {
                if (batch.Events.Count > 0)
                    await stop.CancelAsync();
            }
        });
    }

    private async Task<List<string>> FollowAsync(FollowOptions options, List<string>? notices = null, Action<string>? seen = null)
    {
        var found = new List<string>();
        await foreach (var batch in EventFollower.FollowAsync(_log, null!, options with { Follow = options.EndTime is not null }, _clock, default))
        {
            if (batch.Notice is not null)
                notices!.Add(batch.Notice);
            foreach (var item in batch.Items)
            {
                found.Add(item.Record!.EventId!);
                seen?.Invoke(found[^1]);
            }
        }

        return found;
    }
}
