using System.Text;
using FlowLogs.Cloud;

namespace FlowLogs.Records;

/// <summary>
/// What is known of an event of CloudWatch Logs beside its message. Events that came through a subscription lack the
/// ingestion time; those in an export task's files have nothing but their timestamp.
/// </summary>
public readonly struct RecordOrigin : IEquatable<RecordOrigin>
{
    /// <summary>Makes an origin of what is known.</summary>
    /// <param name="logGroupName">The log group.</param>
    /// <param name="logStreamName">The log stream.</param>
    /// <param name="eventId">The event's id. An empty one is none.</param>
    /// <param name="timestamp">The event's time, epoch milliseconds.</param>
    /// <param name="ingestionTime">When CloudWatch Logs received it, epoch milliseconds.</param>
    public RecordOrigin(string? logGroupName, string? logStreamName, string? eventId, long? timestamp, long? ingestionTime)
    {
        LogGroupName = logGroupName;
        LogStreamName = logStreamName;
        EventIdUtf8 = eventId is null ? default : Encoding.UTF8.GetBytes(eventId);
        Timestamp = timestamp;
        IngestionTime = ingestionTime;
    }

    internal RecordOrigin(string logGroupName, in CloudLogEvent e)
        : this((logGroupName, e.LogStreamName), e.EventIdUtf8, e.Timestamp, e.IngestionTime)
    {
    }

    internal RecordOrigin(
        (string? LogGroupName, string? LogStreamName) place, ReadOnlyMemory<byte> eventIdUtf8, long? timestamp, long? ingestionTime)
    {
        (LogGroupName, LogStreamName) = place;
        EventIdUtf8 = eventIdUtf8;
        Timestamp = timestamp;
        IngestionTime = ingestionTime;
    }

    /// <summary>Nothing is known.</summary>
    public static RecordOrigin None => default;

    /// <summary>The log group.</summary>
    public string? LogGroupName { get; }

    /// <summary>The log stream.</summary>
    public string? LogStreamName { get; }

    /// <summary>The event's id, which is made when it is asked for.</summary>
    public string? EventId => EventIdUtf8.IsEmpty ? null : Encoding.UTF8.GetString(EventIdUtf8.Span);

    /// <summary>The event's time, epoch milliseconds.</summary>
    public long? Timestamp { get; }

    /// <summary>When CloudWatch Logs received it, epoch milliseconds.</summary>
    public long? IngestionTime { get; }

    /// <summary>Whether nothing is known.</summary>
    public bool IsNone => LogGroupName is null && LogStreamName is null && EventIdUtf8.IsEmpty && Timestamp is null && IngestionTime is null;

    /// <summary>The event's id in UTF-8; empty where it is not known.</summary>
    internal ReadOnlyMemory<byte> EventIdUtf8 { get; }

    /// <summary>Whether two origins are the same in all.</summary>
    public static bool operator ==(RecordOrigin left, RecordOrigin right) => left.Equals(right);

    /// <summary>Whether two origins differ.</summary>
    public static bool operator !=(RecordOrigin left, RecordOrigin right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(RecordOrigin other) =>
        Timestamp == other.Timestamp
        && IngestionTime == other.IngestionTime
        && LogGroupName == other.LogGroupName
        && LogStreamName == other.LogStreamName
        && EventIdUtf8.Span.SequenceEqual(other.EventIdUtf8.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RecordOrigin other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(LogGroupName, LogStreamName, EventIdUtf8.Length, Timestamp, IngestionTime);
}
