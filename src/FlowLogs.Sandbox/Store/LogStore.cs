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

    private long _lastSequence;
    private long _lastIngestionTime;

    /// <summary>Now, in epoch milliseconds.</summary>
    public long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    public ImmutableSortedDictionary<string, LogGroup> Groups => _groups;

    /// <summary>The group of that name.</summary>
    public LogGroup Group(string name) =>
        _groups.TryGetValue(name, out var group) ? group : throw ServiceException.NoSuchGroup();

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

    /// <summary>Stamps an upload with the present time.</summary>
    public UploadStamp Stamp(int events) => Stamp(events, Now);

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
