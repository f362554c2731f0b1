namespace FlowLogs.Sandbox.Store;

/// <summary>An event as it is kept.</summary>
/// <param name="Timestamp">When it happened, epoch milliseconds.</param>
/// <param name="IngestionTime">When it came in, epoch milliseconds.</param>
/// <param name="Sequence">The number the store gave it when it came in; unique in the store.</param>
/// <param name="Message">UTF-8: a part of the buffer that all messages of one upload share.</param>
internal readonly record struct LogEvent(
    long Timestamp,
    long IngestionTime,
    long Sequence,
    ReadOnlyMemory<byte> Message)
{
    /// <summary>Where the event stands among all others.</summary>
    public EventPosition Position => new(Timestamp, Sequence);
}

/// <summary>An event on its way into the store.</summary>
internal readonly record struct NewLogEvent(long Timestamp, string Message);
