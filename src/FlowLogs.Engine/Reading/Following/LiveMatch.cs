namespace FlowLogs.Reading.Following;

/// <summary>
/// Finds in the log the events that a live tail brought before, and the reverse. Live events have no ids, so that events
/// which are alike are counted: of those that came both ways, as many are wanted as the way that brought more had.
/// </summary>
internal sealed class LiveMatch
{
    private readonly Dictionary<UInt128, Counts> _counts = [];
    private int _session;

    public int Count => _counts.Count;

    /// <summary>To be called when a session begins: it may bring again what the last one brought.</summary>
    public void BeginSession() => _session++;

    /// <summary>Notes a live event, and says whether it is wanted.</summary>
    public bool AddLive(UInt128 content, long timestamp)
    {
        var counts = Get(content, timestamp);
        if (counts.Session != _session)
            (counts.Session, counts.InSession) = (_session, 0);
        if (++counts.InSession <= counts.Live)
            return false;
        counts.Live = counts.InSession;
        return counts.Live > counts.Log;
    }

    /// <summary>Notes an event that was read from the log for the first time, and says whether it is wanted.</summary>
    public bool AddLog(UInt128 content, long timestamp)
    {
        var counts = Get(content, timestamp);
        return ++counts.Log > counts.Live;
    }

    /// <summary>Forgets the events before a time, which will not be read again.</summary>
    public void Forget(long before)
    {
        foreach (var (content, counts) in _counts)
        {
            if (counts.Timestamp < before)
                _counts.Remove(content);
        }
    }

    private Counts Get(UInt128 content, long timestamp)
    {
        if (!_counts.TryGetValue(content, out var counts))
            _counts.Add(content, counts = new Counts { Timestamp = timestamp });
        return counts;
    }

    private sealed class Counts
    {
        public long Timestamp { get; init; }

        public int Live { get; set; }

        public int Log { get; set; }

        public int Session { get; set; }

        public int InSession { get; set; }
    }
}
