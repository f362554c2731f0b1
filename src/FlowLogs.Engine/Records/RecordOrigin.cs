namespace FlowLogs.Records;

/// <summary>What CloudWatch Logs knows of an event beside its message. Times are epoch milliseconds.</summary>
internal sealed record RecordOrigin(
    string LogGroupName,
    string? LogStreamName,
    string? EventId,
    long Timestamp,
    long IngestionTime);
