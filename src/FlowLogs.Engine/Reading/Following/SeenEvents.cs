namespace FlowLogs.Reading.Following;

/// <summary>The events of the window of late arrivals that were met already.</summary>
internal sealed class SeenEvents
{
    private readonly Dictionary<UInt128, long> _timestamps = [];

    public int Count => _timestamps.Count;

    /// <summary>Notes an event, and says whether it is new.</summary>
    public bool Add(UInt128 key, long timestamp) => _timestamps.TryAdd(key, timestamp);

    /// <summary>Forgets the events before a time, which will not be read again.</summary>
    public void Forget(long before)
    {
        // A dictionary may be removed from while it is enumerated.
        foreach (var (key, timestamp) in _timestamps)
        {
            if (timestamp < before)
                _timestamps.Remove(key);
        }
    }
}
