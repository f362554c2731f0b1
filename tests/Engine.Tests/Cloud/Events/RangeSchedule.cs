using System.Globalization;
using FlowLogs.Cloud;

namespace FlowLogs.Tests.Cloud.Events;

/// <summary>A log by a seed, and a time range to read of it.</summary>
internal sealed class RangeSchedule
{
    private const long Epoch = 1_700_000_000_000;

    public RangeSchedule(int seed, int eventCount)
    {
        var random = new Random(seed);
        Seed = seed;
        // Sparse and dense stretches, pauses, and milliseconds that hold many events.
        var time = Epoch + random.Next(1000);
        var events = new List<CloudLogEvent>(eventCount);
        while (events.Count < eventCount)
        {
            time += random.Next(6) switch { 0 => 0, 1 => 1, 2 => random.Next(10), 3 => random.Next(1000), 4 => random.Next(100) == 0 ? random.Next(10_000_000) : 0, _ => 0 };
            var id = events.Count.ToString("D10", CultureInfo.InvariantCulture);
            events.Add(new CloudLogEvent("m" + id, time, time + random.Next(600_000), $"eni-{random.Next(5)}-all", id));
        }

        Events = events;
        long? from = random.Next(3) == 0 ? null : Epoch + random.NextInt64(time - Epoch + 1);
        var to = random.Next(3) == 0 ? time + 10 : Math.Max(from ?? 0, Epoch + random.NextInt64(time - Epoch + 1));
        Query = new LogEventQuery { LogGroupName = "group", StartTime = from, EndTime = to };
    }

    public int Seed { get; }

    public IReadOnlyList<CloudLogEvent> Events { get; }

    public LogEventQuery Query { get; }

    public IEnumerable<CloudLogEvent> Expected =>
        Events.Where(e => e.Timestamp >= (Query.StartTime ?? 0) && e.Timestamp <= Query.EndTime)
            .OrderBy(static e => e.Timestamp).ThenBy(static e => e.IngestionTime).ThenBy(static e => e.EventId, StringComparer.Ordinal);

    public override string ToString() => $"seed {Seed}";
}
