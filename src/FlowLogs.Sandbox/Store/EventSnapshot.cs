namespace FlowLogs.Sandbox.Store;

/// <summary>
/// The events of one stream at one moment, in order. It never changes, so that a reader needs no lock; the array may
/// go on behind <see cref="Count"/> with events that came later.
/// </summary>
internal sealed class EventSnapshot(LogEvent[] items, int count)
{
    public static EventSnapshot Empty { get; } = new([], 0);

    public int Count => count;

    public ref readonly LogEvent this[int index] => ref items[index];

    /// <summary>The index of the first event at or behind a place; <see cref="Count"/> if there is none.</summary>
    public int IndexOf(EventPosition position)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (int)((uint)(low + high) / 2);
            if (items[middle].Position < position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>A snapshot of the events from an index on.</summary>
    public EventSnapshot From(int index) => new(items[index..count], count - index);

    /// <summary>A snapshot that holds these events and a batch of later uploads as well.</summary>
    public EventSnapshot With(ReadOnlySpan<LogEvent> batch)
    {
        var total = count + batch.Length;
        if (count > 0 && batch[0].Position < items[count - 1].Position)
            return Merge(batch, total);

        // Nobody looks behind the count of an older snapshot, so the spare room of the array may be used.
        var target = items;
        if (target.Length < total)
            Array.Resize(ref target, Math.Max(total, count * 2));
        batch.CopyTo(target.AsSpan(count));
        return new EventSnapshot(target, total);
    }

    private EventSnapshot Merge(ReadOnlySpan<LogEvent> batch, int total)
    {
        var merged = new LogEvent[total];
        // What lies before the batch is copied at once: a late batch usually belongs near the end of a long stream.
        var (old, added) = (IndexOf(batch[0].Position), 0);
        items.AsSpan(0, old).CopyTo(merged);
        for (var i = old; i < total; i++)
        {
            var takeOld = added == batch.Length || (old < count && items[old].Position < batch[added].Position);
            merged[i] = takeOld ? items[old++] : batch[added++];
        }

        return new EventSnapshot(merged, total);
    }
}
