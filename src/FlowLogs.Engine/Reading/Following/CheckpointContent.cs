namespace FlowLogs.Reading.Following;

/// <summary>What stands in a checkpoint file.</summary>
internal sealed record CheckpointContent
{
    /// <summary>The process that writes it; null where none does.</summary>
    public int? ProcessId { get; init; }

    /// <summary>What it belongs to, by name.</summary>
    public required IReadOnlyDictionary<string, string> Owner { get; init; }

    /// <summary>Where to begin, epoch milliseconds; null for the beginning of the log.</summary>
    public long? LowWaterMark { get; init; }

    /// <summary>The events from there on that are done.</summary>
    public IReadOnlyCollection<EmittedEvent> Emitted { get; init; } = [];

    /// <summary>The events that are being handled, in their order.</summary>
    public IReadOnlyList<EmittedEvent> InFlight { get; init; } = [];

    /// <summary>How many of these are done.</summary>
    public int Done { get; init; }
}

/// <summary>An event that was put on the pipeline.</summary>
/// <param name="Key">What it is remembered by.</param>
/// <param name="Timestamp">Its time, epoch milliseconds.</param>
/// <param name="IsLive">Whether a live tail brought it, so that the key is that of its content.</param>
internal readonly record struct EmittedEvent(UInt128 Key, long Timestamp, bool IsLive);
