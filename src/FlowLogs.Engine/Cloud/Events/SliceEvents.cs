namespace FlowLogs.Cloud.Events;

/// <summary>
/// The events of a slice: as the pages have them while these are in order, which is nearly always so; else copied to a list.
/// </summary>
/// <param name="slice">The slice; what is not of its time is another's.</param>
internal sealed class SliceEvents(TimeSlice slice)
{
    private readonly List<IReadOnlyList<CloudLogEvent>> _pages = [];
    private List<CloudLogEvent>? _mixed;

    /// <summary>How many there are, those that came twice included until they are arranged.</summary>
    public int Count { get; private set; }

    /// <summary>The earliest timestamp, if there are events.</summary>
    public long First { get; private set; } = long.MaxValue;

    /// <summary>The latest timestamp, if there are events.</summary>
    public long Last { get; private set; } = long.MinValue;

    /// <summary>The events in batches, in order once they are arranged.</summary>
    public IReadOnlyList<IReadOnlyList<CloudLogEvent>> Batches => _mixed is null ? _pages : [_mixed];

    /// <summary>Adds a page.</summary>
    public void Add(IReadOnlyList<CloudLogEvent> page)
    {
        if (page.Count == 0)
            return;
        if (_mixed is null && IsNext(page))
        {
            _pages.Add(page);
            Count += page.Count;
            First = Math.Min(First, page[0].Timestamp);
            Last = page[^1].Timestamp;
            return;
        }

        if (_mixed is null)
        {
            _mixed = [.. _pages.SelectMany(static earlier => earlier)];
            _pages.Clear();
        }

        foreach (var e in page)
        {
            if (!IsOfSlice(e))
                continue;
            _mixed.Add(e);
            First = Math.Min(First, e.Timestamp);
            Last = Math.Max(Last, e.Timestamp);
        }

        Count = _mixed.Count;
    }

    /// <summary>Sorts the events and takes out those whose id came before. Gives how many these were.</summary>
    public int Arrange()
    {
        if (_mixed is null)
            return 0;
        var copies = EventOrder.Arrange(_mixed);
        Count = _mixed.Count;
        return copies;
    }

    /// <summary>Gives the memory back where the events are not wanted.</summary>
    public void Drop()
    {
        foreach (var page in _pages)
            (page as IDisposable)?.Dispose();
        _pages.Clear();
    }

    // Whether a page goes on where the last one ended, in order, so that nothing can have come before.
    private bool IsNext(IReadOnlyList<CloudLogEvent> page)
    {
        var last = page[0];
        if (!IsOfSlice(last) || (_pages is [.., var before] && !EventOrder.IsBefore(before[^1], last)))
            return false;
        for (var i = 1; i < page.Count; i++)
        {
            var e = page[i];
            if (!EventOrder.IsBefore(last, e))
                return false;
            last = e;
        }

        return IsOfSlice(last);
    }

    private bool IsOfSlice(in CloudLogEvent e) => e.Timestamp >= slice.From && e.Timestamp <= slice.To;
}
