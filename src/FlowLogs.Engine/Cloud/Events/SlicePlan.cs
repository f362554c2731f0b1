namespace FlowLogs.Cloud.Events;

/// <summary>
/// The parts of a time range that are not done with, in the order of time: those that wait, those that are read, and those
/// that were read before an earlier one. It begins as one part, which is cut when it turns out to be long; from then on
/// the last slices tell how long the next is to be.
/// </summary>
internal sealed class SlicePlan(long from, long to, EventRangeSettings settings)
{
    // How much longer or shorter the next slice may be than one that was read; and where few events took many pages, so
    // that the service had to search, and slices that are too long leave readers without work.
    private const int MaxGrowth = 4;
    private const int SearchGrowth = 2;
    private const int FewPages = 3;

    private readonly List<TimeSlice> _slices = [new TimeSlice(from, to)];
    private long _length = long.MaxValue;

    /// <summary>The earliest slice; null when all is done.</summary>
    public TimeSlice? Front => _slices.Count == 0 ? null : _slices[0];

    /// <summary>The earliest slice that has not failed.</summary>
    public TimeSlice? FrontOfOthers => _slices.Find(static slice => slice.Result is not SliceResult.Failed);

    /// <summary>Whether a slice waits.</summary>
    public bool HasWaiting => _slices.Exists(static slice => slice.IsWaiting);

    /// <summary>Takes the earliest slice that waits; null if there is none, or too many are in memory.</summary>
    public TimeSlice? TakeNext()
    {
        var index = _slices.FindIndex(static slice => slice.IsWaiting);
        // The earliest of all goes whatever is in memory: everything else waits for it.
        if (index < 0 || (_slices[index] != FrontOfOthers && _slices.Count(static slice => slice.HoldsEvents) >= settings.Parallel * 2))
            return null;
        var slice = _slices[index];
        if (slice.IsSized || slice.Length - _length <= _length / 4)
            return slice;
        Replace(slice, slice.Cut(slice.From + _length - 1));
        return _slices[index];
    }

    /// <summary>Learns from a slice that was read.</summary>
    public void Learn(TimeSlice slice, SliceResult.Complete result)
    {
        // Of the time before the first event nothing can be learned.
        if (slice.From == 0)
            return;
        var growth = result.Pages > FewPages && result.Events.Count < settings.SliceTarget ? SearchGrowth : MaxGrowth;
        // Without any event: as long as may be.
        var wanted = (double)slice.Length * settings.SliceTarget / result.Events.Count;
        _length = (long)Math.Clamp(wanted, Math.Max(1, slice.Length / MaxGrowth), (double)slice.Length * growth);
    }

    /// <summary>Cuts a slice by what was seen of it.</summary>
    public void Cut(TimeSlice slice, SliceResult.Cut seen)
    {
        var begin = seen.Seen == 0 ? slice.From : seen.First;
        var share = Math.Max(1, (slice.To - begin + 1) / settings.Parallel);
        var sized = settings.IsTelling(seen.Seen)
            ? Math.Max(1, (long)((double)(seen.Last - seen.First + 1) * settings.SliceTarget / seen.Seen))
            : share;
        _length = seen.IsOverfull ? sized : Math.Min(sized, share);
        Replace(slice, slice.Cut(begin + _length - 1));
    }

    /// <summary>Gives up all slices that wait.</summary>
    /// <param name="failed">How one that was tried ended.</param>
    public void GiveUp(SliceResult.Failed failed)
    {
        foreach (var slice in _slices.FindAll(static slice => slice.IsWaiting))
            slice.Result = failed;
    }

    /// <summary>Takes out the earliest slice.</summary>
    public void RemoveFront() => _slices.RemoveAt(0);

    private void Replace(TimeSlice slice, (TimeSlice First, TimeSlice Remainder) parts)
    {
        var index = _slices.IndexOf(slice);
        _slices[index] = parts.First;
        _slices.Insert(index + 1, parts.Remainder);
    }
}
