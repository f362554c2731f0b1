using System.Runtime.CompilerServices;
using System.Text;
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
    // There is an origin for every event that is read: so it is one object, and makes the id's string when it is asked for.
    private const long Unknown = long.MinValue;

    private readonly string? _eventId = EventId;
    private readonly IdDigits _idDigits;
    private readonly long _timestamp = Timestamp ?? Unknown;
    private readonly long _ingestionTime = IngestionTime ?? Unknown;

    internal RecordOrigin(string logGroupName, in CloudLogEvent e)
        : this(logGroupName, e.LogStreamName, EventId: null, e.Timestamp, e.IngestionTime)
    {
        var id = e.EventIdUtf8.Span;
        if (id.Length == IdDigits.Length && id[0] != 0)
            id.CopyTo(_idDigits);
        else
            _eventId = e.EventId;
    }

    /// <summary>Nothing is known.</summary>
    public static RecordOrigin None { get; } = new(null, null, null, null, null);

    /// <summary>The event's id.</summary>
    public string? EventId => _eventId ?? (_idDigits[0] == 0 ? null : Encoding.UTF8.GetString(_idDigits));

    /// <summary>The event's time, epoch milliseconds.</summary>
    public long? Timestamp => _timestamp == Unknown ? null : _timestamp;

    /// <summary>When CloudWatch Logs received it, epoch milliseconds.</summary>
    public long? IngestionTime => _ingestionTime == Unknown ? null : _ingestionTime;

    /// <inheritdoc/>
    public bool Equals(RecordOrigin? other) =>
        other is not null
        && _timestamp == other._timestamp
        && _ingestionTime == other._ingestionTime
        && LogGroupName == other.LogGroupName
        && LogStreamName == other.LogStreamName
        && EventId == other.EventId;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(LogGroupName, LogStreamName, EventId, _timestamp, _ingestionTime);

    /// <summary>An id of the length that the service's have.</summary>
    [InlineArray(Length)]
    private struct IdDigits
    {
        public const int Length = 56;

        private byte _first;
    }
}
