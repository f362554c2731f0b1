using FlowLogs.Cloud;
using FlowLogs.Reading.Following;

namespace FlowLogs.Tests.Following;

/// <summary>Following with a live tail: sooner, and in the end the same.</summary>
public sealed class LiveFollowingTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Begin = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly VirtualClock _clock = new(Begin, movesByItself: false);
    private readonly CancellationTokenSource _stop = new();
    private readonly ScriptedLog _log;
    private readonly ICloudLogs _logs;
    private readonly ScriptedTail _tail;
    private readonly List<string> _notices = [];
    private IAsyncEnumerator<FollowedBatch>? _batches;

    public LiveFollowingTests()
    {
        _log = new ScriptedLog(_clock);
        (_logs, _tail) = ScriptedTail.Make();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_batches is not null)
            await _batches.DisposeAsync();
        _stop.Dispose();
    }

    [Fact]
    public async Task Each_event_comes_once_whichever_way_is_first()
    {
        Follow();
        Live("a", "b", "b");
        Assert.Equal(["a", "b", "b"], await NextAsync(3));

        // The log has these, one b more, and c, which the tail then brings too late; d comes in the end.
        Log("b", "a", "b", "c", "b");
        Assert.Equal(["b", "c"], Sorted(await NextAsync(2)));
        Live("c", "d");
        Assert.Equal(["d"], await NextAsync(1));
        Log("d", "e");
        Assert.Equal(["e"], await NextAsync(1));
        Assert.Empty(_notices);
    }

    [Fact]
    public async Task What_a_new_session_brings_again_does_not_come_again()
    {
        Follow();
        Live("a", "a");
        Assert.Equal(["a", "a"], await NextAsync(2));
        EndSession();
        await SessionAsync(2);
        Live("a", "b");
        Assert.Equal(["b"], await NextAsync(1));
        EndSession();
        await SessionAsync(3);
        Live("a", "a", "a");
        Assert.Equal(["a"], await NextAsync(1));
        Log("a", "a", "a", "a", "b");
        Assert.Equal(["a"], await NextAsync(1));
    }

    [Fact]
    public async Task A_session_that_breaks_is_begun_again_and_what_it_missed_is_read()
    {
        Follow();
        Live("a");
        Assert.Equal(["a"], await NextAsync(1));
        _tail.Failures.Enqueue(new FlowLogException("ConnectionFailed", FlowErrorKind.Connection, "It broke."));
        EndSession();
        Log("a", "missed");
        Assert.Equal(["missed"], await NextAsync(1));
        await SessionAsync(3);
        Live("b");
        Assert.Equal(["b"], await NextAsync(1));
        Assert.Contains(_notices, static n => n.StartsWith("The live tail of group is interrupted", StringComparison.Ordinal));
        Assert.Contains(_notices, static n => n.StartsWith("The live tail of group works again", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(FlowErrorKind.ServiceError)]
    [InlineData(FlowErrorKind.PermissionDenied)]
    [InlineData(FlowErrorKind.InvalidArgument)]
    public async Task Where_there_is_no_live_tail_the_log_is_read_and_that_is_said(FlowErrorKind kind)
    {
        _tail.Failures.Enqueue(new FlowLogException("No", kind, "There is none."));
        Follow();
        Log("a");
        Assert.Equal(["a"], await NextAsync(1));
        Assert.Equal(["group cannot be followed live; it is read every few seconds instead. There is none."], _notices);
        Assert.Single(_tail.Sessions);
    }

    [Fact]
    public async Task A_session_asks_for_the_ARN_and_for_what_it_can()
    {
        Follow(ScriptedLog.Options("s1", "s2"));
        await SessionAsync(1);
        var session = _tail.Sessions[0];
        Assert.Equal(ScriptedTail.Arn, session.LogGroupArn);
        Assert.Equal(["s1", "s2"], session.LogStreamNames);
    }

    [Fact]
    public async Task More_streams_than_a_session_takes_are_chosen_here()
    {
        Follow(ScriptedLog.Options([.. Enumerable.Range(0, 11).Select(static i => $"s{i}")]));
        await SessionAsync(1);
        Assert.Empty(_tail.Sessions[0].LogStreamNames);
        _tail.Updates.Writer.TryWrite(new LiveTailUpdate([Event("a", stream: "other"), Event("b", stream: "s10")], IsSampled: true));
        Assert.Equal(["b"], await NextAsync(1));
    }

    [Fact]
    public async Task Silence_ends_a_session()
    {
        Follow();
        await SessionAsync(1);
        await SessionAsync(2);
    }

    [Fact]
    public async Task Live_events_of_an_earlier_run_do_not_come_again_from_the_log()
    {
        var folder = Directory.CreateTempSubdirectory("flowlogs-live-");
        try
        {
            var file = Path.Combine(folder.FullName, "c.json");
            var owner = new CheckpointOwner { LogGroupName = ScriptedLog.Group };
            using (var checkpoint = FlowCheckpoint.Open(file, owner, null))
            {
                Follow(ScriptedLog.Options() with { Checkpoint = checkpoint });
                Live("a", "a", "b");
                Assert.Equal(["a", "a", "b"], await NextAsync(3, checkpoint));
            }

            Log("a", "a", "b", "a", "c");
            using var next = FlowCheckpoint.Open(file, owner, null);
            var found = new List<string>();
            await foreach (var batch in EventFollower.FollowAsync(_log, _logs, ScriptedLog.Options() with { Checkpoint = next }, _clock, default))
                found.AddRange(Names(batch));
            Assert.Equal(["a", "c"], Sorted(found));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Messages are lines that differ in the port; a name stands for its first letter.
    private static string Message(string name) => ScriptedLog.Line(name[0]);

    private static IEnumerable<string> Names(FollowedBatch batch) => batch.Items.Select(static i => i.Record!.DstPort switch
    {
        'm' => "missed",
        var port => ((char)port!.Value).ToString(),
    });

    private static IEnumerable<string> Sorted(IEnumerable<string> names) => names.Order(StringComparer.Ordinal);

    private static CloudLogEvent Event(string name, string stream = ScriptedLog.Stream) =>
        new(Message(name), Begin.ToUnixTimeMilliseconds(), 1, stream, null);

    private void Follow(FollowOptions? options = null) => _batches = EventFollower.FollowAsync(
        _log, _logs, (options ?? ScriptedLog.Options()) with { Follow = true, Live = true }, _clock, _stop.Token).GetAsyncEnumerator(_stop.Token);

    private void Live(params string[] names) => _tail.Updates.Writer.TryWrite(new LiveTailUpdate([.. names.Select(static n => Event(n))], IsSampled: false));

    private void Log(params string[] names)
    {
        foreach (var name in names)
            _log.Add(Begin.ToUnixTimeMilliseconds(), _clock.Now, Message(name));
    }

    private void EndSession() => _tail.Updates.Writer.TryWrite(null);

    // Time passes while nothing comes.
    private async Task<List<string>> NextAsync(int count, FlowCheckpoint? checkpoint = null)
    {
        var found = new List<string>();
        while (found.Count < count)
        {
            var next = _batches!.MoveNextAsync().AsTask();
            while (await Task.WhenAny(next, Task.Delay(20, _stop.Token)) != next)
                _clock.Move(TimeSpan.FromSeconds(1));
            Assert.True(await next);
            var batch = _batches.Current;
            if (batch.Notice is not null)
                _notices.Add(batch.Notice);
            checkpoint?.Begin(batch);
            found.AddRange(Names(batch));
            if (batch.Events.Count > 0)
                checkpoint?.Advance(batch.Events.Count);
        }

        return found;
    }

    private async Task SessionAsync(int number)
    {
        var next = _batches!.MoveNextAsync().AsTask();
        for (var tries = 0; _tail.Sessions.Count < number; tries++)
        {
            Assert.True(tries < 1000, "No session began.");
            if (await Task.WhenAny(next, Task.Delay(10, _stop.Token)) == next)
            {
                Assert.Empty(_batches.Current.Items);
                if (_batches.Current.Notice is { } notice)
                    _notices.Add(notice);
                next = _batches.MoveNextAsync().AsTask();
            }

            _clock.Move(TimeSpan.FromSeconds(1));
        }

        while (await Task.WhenAny(next, Task.Delay(20, _stop.Token)) != next)
            _clock.Move(TimeSpan.FromSeconds(1));
        if (_batches.Current.Notice is { } last)
            _notices.Add(last);
    }
}
