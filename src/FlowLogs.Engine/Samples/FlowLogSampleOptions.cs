using FlowLogs.Records;

namespace FlowLogs.Samples;

/// <summary>What a generated flow log is to be like.</summary>
public sealed class FlowLogSampleOptions
{
    /// <summary>The day that samples are of where nothing else is asked for: 2026-01-01, UTC.</summary>
    public static DateTimeOffset DefaultDay { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>How many records it has, 1 or more.</summary>
    public long Count { get; init; } = 1000;

    /// <summary>The same seed and options give the same records, on every computer.</summary>
    public int Seed { get; init; }

    /// <summary>The fields of its lines. Those that the module does not know are <c>-</c>.</summary>
    public FlowLogFormat Format { get; init; } = FlowLogFormat.Default;

    /// <summary>No record begins before; whole seconds.</summary>
    public DateTimeOffset StartTime { get; init; } = DefaultDay;

    /// <summary>All records end before; whole seconds.</summary>
    public DateTimeOffset EndTime { get; init; } = DefaultDay.AddDays(1);

    /// <summary>What happens in it; null for everything.</summary>
    public IReadOnlyCollection<FlowScenario>? Scenarios { get; init; }
}
