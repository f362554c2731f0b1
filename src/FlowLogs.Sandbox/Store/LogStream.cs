using System.Text;
using System.Text.Json;
using FlowLogs.Sandbox.Protocol.AwsJson;

namespace FlowLogs.Sandbox.Store;

/// <summary>A log stream. Readers take <see cref="Events"/> once and work on that; writers take turns.</summary>
internal sealed class LogStream(LogGroup group, string name, long creationTime)
{
    private readonly object _writing = new();
    private volatile EventSnapshot _events = EventSnapshot.Empty;
    private long _storedBytes;
    private long _lastIngestionTime;

    public string Name => name;

    /// <summary>The name ready for a JSON writer: it stands in every event that FilterLogEvents gives.</summary>
    public JsonEncodedText JsonName { get; } = Json.Encode(name);

    public long CreationTime => creationTime;

    public string Arn => $"{group.Arn}:log-stream:{name}";

    public EventSnapshot Events => _events;

    public long StoredBytes => Interlocked.Read(ref _storedBytes);

    /// <summary>When an event last came in; 0 before the first.</summary>
    public long LastIngestionTime => Interlocked.Read(ref _lastIngestionTime);

    /// <summary>Takes in a batch that is sorted by time, and gives it as it is kept.</summary>
    public ReadOnlyMemory<LogEvent> Add(IReadOnlyList<NewLogEvent> batch, UploadStamp stamp)
    {
        if (batch.Count == 0)
            return default;

        var bytes = 0;
        foreach (var added in batch)
            bytes += Encoding.UTF8.GetByteCount(added.Message);

        var buffer = new byte[bytes];
        var events = new LogEvent[batch.Count];
        var used = 0;
        for (var i = 0; i < events.Length; i++)
        {
            var length = Encoding.UTF8.GetBytes(batch[i].Message, buffer.AsSpan(used));
            var message = buffer.AsMemory(used, length);
            events[i] = new LogEvent(batch[i].Timestamp, stamp.IngestionTime, stamp.FirstSequence + i, message);
            used += length;
        }

        lock (_writing)
        {
            _events = _events.With(events);
            _storedBytes += bytes + ((long)EventLimits.Overhead * events.Length);
            _lastIngestionTime = Math.Max(_lastIngestionTime, stamp.IngestionTime);
        }

        return events;
    }

    /// <summary>Forgets the events before a time.</summary>
    public void Expire(long time)
    {
        var events = _events;
        if (events.Count == 0 || events[0].Timestamp >= time)
            return;
        lock (_writing)
        {
            var (old, first) = (_events, _events.IndexOf(EventPosition.StartOf(time)));
            for (var i = 0; i < first; i++)
                _storedBytes -= old[i].Message.Length + EventLimits.Overhead;
            _events = old.From(first);
        }
    }
}
