using FlowLogs.Samples;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Samples;

/// <summary>
/// Lets the generated group go on: day after day the same traffic at other times. What ends within a minute is delivered
/// twenty to ninety seconds after it, interface by interface, as from a flow log with the shorter interval.
/// </summary>
internal sealed class LiveTraffic : IDisposable
{
    private const int LeastDelay = 20_000;
    private const int MostDelay = 90_000;

    private readonly object _gate = new();
    private readonly LogStore _store;
    private readonly IEnumerator<Batch> _batches;
    private readonly Timer _timer;

    /// <summary>Begins where the generated logs end, with what has arrived since.</summary>
    public LiveTraffic(LogStore store, int seed, DateTimeOffset logEnd)
    {
        _store = store;
        _batches = Batches(seed, logEnd).GetEnumerator();
        _batches.MoveNext();
        _timer = new Timer(_ => Advance(), null, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    /// <summary>Takes in what has arrived by now.</summary>
    public void Advance()
    {
        lock (_gate)
        {
            while (_batches.Current is { } batch && batch.Time <= _store.Now)
            {
                // Somebody may have removed the group or the stream; then there is nowhere to deliver to.
                if (_store.Groups.TryGetValue(SandboxContents.FlowLogGroup, out var group)
                    && group.Streams.TryGetValue(batch.StreamName, out var stream))
                    _store.Ingest(group, stream, batch.Events, batch.Time);
                _batches.MoveNext();
            }
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        lock (_gate)
            _batches.Dispose();
    }

    private static IEnumerable<Batch> Batches(int seed, DateTimeOffset logEnd)
    {
        var delays = new SampleRandom(seed, "live");
        for (var day = 1; ; day++)
        {
            var batches = new FlowLogGenerator(seed, logEnd.AddDays(day)).Deliveries()
                .SelectMany(delivery => delivery.Records
                    .GroupBy(static record => (record.End / 60) + 1)
                    .Select(minute => new Batch(
                        $"{delivery.Interface.Id}-all",
                        (minute.Key * 60_000) + delays.Between(LeastDelay, MostDelay),
                        [.. minute.Select(static record => new NewLogEvent(record.Start * 1000, record.Line))])))
                .OrderBy(static batch => batch.Time)
                .ToList();
            foreach (var batch in batches)
                yield return batch;
        }
    }

    private sealed record Batch(string StreamName, long Time, IReadOnlyList<NewLogEvent> Events);
}
