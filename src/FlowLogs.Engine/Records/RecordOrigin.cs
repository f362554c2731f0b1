using FlowLogs.Cloud;

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
    // There is an origin for every event that is read, so that it is small, and makes the id's string when it is asked for.
    private const long Unknown = long.MinValue;

    private readonly EventIdText _eventId = new(EventId);
    private readonly long _timestamp = Timestamp ?? Unknown;
    private readonly long _ingestionTime = IngestionTime ?? Unknown;

    internal RecordOrigin(string logGroupName, in CloudLogEvent e)
        : this(logGroupName, e.LogStreamName, EventId: null, e.Timestamp, e.IngestionTime) =>
        _eventId = new EventIdText(e.EventIdUtf8.Span);

    /// <summary>Nothing is known.</summary>
    public static RecordOrigin None { get; } = new(null, null, null, null, null);

    /// <summary>The event's id.</summary>
    public string? EventId => _eventId.ToString();

    /// <summary>The event's time, epoch milliseconds.</summary>
    public long? Timestamp => _timestamp == Unknown ? null : _timestamp;

    /// <summary>When CloudWatch Logs received it, epoch milliseconds.</summary>
    public long? IngestionTime => _ingestionTime == Unknown ? null : _ingestionTime;
}
