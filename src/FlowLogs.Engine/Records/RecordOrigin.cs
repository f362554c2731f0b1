namespace FlowLogs.Records;

/// <summary>
/// What is known of an event of CloudWatch Logs beside its message. Times are epoch milliseconds. Events that came through
/// a subscription lack the ingestion time; those in an export task's files have nothing but their timestamp.
/// </summary>
internal sealed record RecordOrigin(
    string? LogGroupName,
    string? LogStreamName,
    string? EventId,
    long? Timestamp,
    long? IngestionTime);
