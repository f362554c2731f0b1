namespace FlowLogs.Records;

/// <summary>
/// What is known of an event of CloudWatch Logs beside its message. Events that came through a subscription lack the
/// ingestion time; those in an export task's files have nothing but their timestamp.
/// </summary>
/// <param name="LogGroupName">The log group.</param>
/// <param name="LogStreamName">The log stream.</param>
/// <param name="EventId">The event's id.</param>
/// <param name="Timestamp">The event's time, epoch milliseconds.</param>
/// <param name="IngestionTime">When CloudWatch Logs received it, epoch milliseconds.</param>
public sealed record RecordOrigin(
    string? LogGroupName,
    string? LogStreamName,
    string? EventId,
    long? Timestamp,
    long? IngestionTime)
{
    /// <summary>Nothing is known.</summary>
    public static RecordOrigin None { get; } = new(null, null, null, null, null);
}
