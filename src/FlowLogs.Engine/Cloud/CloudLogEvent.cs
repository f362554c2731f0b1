using System.Text;

namespace FlowLogs.Cloud;

/// <summary>
/// One log event as the service gives it. Message and id are kept as the bytes that came, which may lie in the page: most
/// events become records without either being a .NET string first.
/// </summary>
public readonly struct CloudLogEvent : IEquatable<CloudLogEvent>
{
    /// <summary>Makes an event of texts.</summary>
    /// <param name="message">The message, without a line end.</param>
    /// <param name="timestamp">Epoch milliseconds; for a flow log the record's start.</param>
    /// <param name="ingestionTime">Epoch milliseconds.</param>
    /// <param name="logStreamName">The stream it lies in.</param>
    /// <param name="eventId">The event's id; null where the service gives none.</param>
    public CloudLogEvent(string message, long timestamp, long ingestionTime, string? logStreamName, string? eventId)
        : this(Encoding.UTF8.GetBytes(message), timestamp, ingestionTime, logStreamName, eventId is null ? default : Encoding.UTF8.GetBytes(eventId))
    {
    }

    internal CloudLogEvent(
        ReadOnlyMemory<byte> messageUtf8, long timestamp, long ingestionTime, string? logStreamName, ReadOnlyMemory<byte> eventIdUtf8)
    {
        MessageUtf8 = messageUtf8;
        Timestamp = timestamp;
        IngestionTime = ingestionTime;
        LogStreamName = logStreamName;
        EventIdUtf8 = eventIdUtf8;
    }

    /// <summary>The message, without a line end; it is made when it is asked for.</summary>
    public string Message => Encoding.UTF8.GetString(MessageUtf8.Span);

    /// <summary>The message in UTF-8, without a line end.</summary>
    public ReadOnlyMemory<byte> MessageUtf8 { get; }

    /// <summary>Epoch milliseconds; for a flow log the record's start.</summary>
    public long Timestamp { get; }

    /// <summary>Epoch milliseconds.</summary>
    public long IngestionTime { get; }

    /// <summary>The stream it lies in.</summary>
    public string? LogStreamName { get; }

    /// <summary>The event's id, which is made when it is asked for; null where the service gives none.</summary>
    public string? EventId => EventIdUtf8.IsEmpty ? null : Encoding.UTF8.GetString(EventIdUtf8.Span);

    /// <summary>The event's id in UTF-8; empty where the service gives none.</summary>
    internal ReadOnlyMemory<byte> EventIdUtf8 { get; }

    /// <summary>Whether two events are the same in all.</summary>
    public static bool operator ==(CloudLogEvent left, CloudLogEvent right) => left.Equals(right);

    /// <summary>Whether two events differ.</summary>
    public static bool operator !=(CloudLogEvent left, CloudLogEvent right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(CloudLogEvent other) =>
        Timestamp == other.Timestamp
        && IngestionTime == other.IngestionTime
        && LogStreamName == other.LogStreamName
        && EventIdUtf8.Span.SequenceEqual(other.EventIdUtf8.Span)
        && MessageUtf8.Span.SequenceEqual(other.MessageUtf8.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CloudLogEvent other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Timestamp, IngestionTime, LogStreamName, MessageUtf8.Length);

    /// <inheritdoc/>
    public override string ToString() => $"{Timestamp} {LogStreamName} {EventId}: {Message}";
}
