using System.Collections.Immutable;
using FlowLogs.Sandbox.Protocol;

namespace FlowLogs.Sandbox.Store;

/// <summary>All log groups of the sandbox. It knows nothing of HTTP or JSON.</summary>
internal sealed class LogStore(TimeProvider clock)
{
    /// <summary>The Region that the sandbox's ARNs name.</summary>
    public const string Region = "us-east-1";

    /// <summary>The account that the sandbox's ARNs name.</summary>
    public const string AccountId = "123456789012";

    private readonly object _writing = new();
    private volatile ImmutableSortedDictionary<string, LogGroup> _groups =
        ImmutableSortedDictionary.Create<string, LogGroup>(StringComparer.Ordinal);

    private volatile Action<IngestedEvents>? _listeners;
    private long _lastSequence;
    private long _lastIngestionTime;

    /// <summary>Now, in epoch milliseconds.</summary>
    public long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>All groups, without the events that are too old for them.</summary>
    public ImmutableSortedDictionary<string, LogGroup> Groups
    {
        get
        {
            foreach (var group in _groups.Values)
                group.Expire(Now);
            return _groups;
        }
    }

    /// <summary>The group of that name, without the events that are too old for it.</summary>
    public LogGroup Group(string name)
    {
        if (!_groups.TryGetValue(name, out var group))
            throw ServiceException.NoSuchGroup();
        group.Expire(Now);
        return group;
    }

    /// <summary>Takes in a batch that is sorted by time, and tells those who listen.</summary>
    /// <param name="group">The group.</param>
    /// <param name="stream">A stream of the group.</param>
    /// <param name="batch">The events.</param>
    /// <param name="ingestionTime">When they come in; null for now.</param>
    public void Ingest(LogGroup group, LogStream stream, IReadOnlyList<NewLogEvent> batch, long? ingestionTime = null)
    {
        var events = stream.Add(batch, Stamp(batch.Count, ingestionTime ?? Now));
        if (!events.IsEmpty)
            _listeners?.Invoke(new IngestedEvents(group, stream, events));
    }

    /// <summary>Tells somebody of all events that come in, on the thread that brings them.</summary>
    public void AddListener(Action<IngestedEvents> listener)
    {
        lock (_writing)
            _listeners += listener;
    }

    public void RemoveListener(Action<IngestedEvents> listener)
    {
        lock (_writing)
            _listeners -= listener;
    }

    public void AddGroup(LogGroup group)
    {
        lock (_writing)
        {
            if (_groups.ContainsKey(group.Name))
                throw ServiceException.AlreadyExists("The specified log group already exists");
            _groups = _groups.Add(group.Name, group);
        }
    }

    public void DeleteGroup(string name)
    {
        lock (_writing)
        {
            Group(name);
            _groups = _groups.Remove(name);
        }
    }

    /// <summary>
    /// Stamps an upload. Time and numbers grow together, so that the order by number is the order by ingestion time
    /// that the service promises for events of the same millisecond.
    /// </summary>
    public UploadStamp Stamp(int events, long ingestionTime)
    {
        lock (_writing)
        {
            _lastIngestionTime = Math.Max(_lastIngestionTime, ingestionTime);
            var stamp = new UploadStamp(_lastIngestionTime, _lastSequence + 1);
            _lastSequence += events;
            return stamp;
        }
    }
}
