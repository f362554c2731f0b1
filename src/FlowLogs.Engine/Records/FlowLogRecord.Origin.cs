namespace FlowLogs;

/// <content>
/// What CloudWatch Logs knows of the event beside its message. In a file of its own, after the fields: PowerShell shows
/// properties in the order in which the compiler meets them, and that is the order of the files' names.
/// </content>
public sealed partial class FlowLogRecord
{
    /// <summary>The event's time in CloudWatch Logs, UTC; null for records from elsewhere.</summary>
    public DateTimeOffset? Timestamp => Origin.Timestamp is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null;

    /// <summary>When CloudWatch Logs received the event, UTC; null where it is not known.</summary>
    public DateTimeOffset? IngestionTime => Origin.IngestionTime is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null;

    /// <summary>The log group it was read from.</summary>
    public string? LogGroupName => Origin.LogGroupName;

    /// <summary>The log stream it was read from.</summary>
    public string? LogStreamName => Origin.LogStreamName;

    /// <summary>The event's id in CloudWatch Logs, where the operation that read it gives one.</summary>
    public string? EventId => Origin.EventId;
}
