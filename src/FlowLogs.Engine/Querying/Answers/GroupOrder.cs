using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using FlowLogs.Querying.Cells;
using FlowLogs.Querying.Tables;
using FlowLogs.Records;

namespace FlowLogs.Querying.Answers;

/// <summary>
/// Puts groups in the order that a query wants. It is an order by numbers, one after the other: all groups are sorted by the
/// first, then those where it is the same by the next. So nothing compares groups, and numbers are sorted fast.
/// </summary>
internal sealed class GroupOrder(MeasurePlan plan, CellTable groups, GroupValues layout)
{
    // Fewer rows are in order before another thread has begun.
    private const int MinParallel = 1 << 14;

    private readonly OrderPart[] _parts = MakeParts(plan);

    /// <summary>The first groups, in order.</summary>
    public int[] First(int count)
    {
        var rows = groups.Rows();
        var keys = new ulong[rows.Length];
        if (count < rows.Length)
        {
            Select(rows, keys, count);
            Array.Resize(ref rows, count);
        }

        Sort(rows, keys);
        return rows;
    }

    private void Sort(int[] rows, ulong[] keys)
    {
        keys = keys[..rows.Length];
        if (rows.Length <= 1)
            return;
        var part = SortBy(0, rows, keys, new KeySort());
        if (part == _parts.Length)
            return;

        // Those that are the same so far are nobody else's.
        var shares = rows.Length < MinParallel ? 1 : Environment.ProcessorCount;
        var borders = new int[shares + 1];
        borders[shares] = rows.Length;
        for (var i = 1; i < shares; i++)
        {
            var border = (int)((long)rows.Length * i / shares);
            while (border < rows.Length && keys[border] == keys[border - 1])
                border++;
            borders[i] = border;
        }

        Parallel.For(0, shares, i => SortRuns(rows.AsSpan(borders[i]..borders[i + 1]), keys.AsSpan(borders[i]..borders[i + 1]), part + 1));
    }

    // Sorts what has been sorted by all parts before one.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SortRuns(Span<int> rows, Span<ulong> keys, int part)
    {
        var sort = new KeySort();

        // A stack of our own, since a long text has thousands of parts.
        var open = new Stack<(int Start, int Length, int Part)>();
        PushRuns(open, keys, 0, part);
        while (open.TryPop(out var run))
        {
            var runKeys = keys.Slice(run.Start, run.Length);
            var sorted = SortBy(run.Part, rows.Slice(run.Start, run.Length), runKeys, sort);
            if (sorted < _parts.Length)
                PushRuns(open, runKeys, run.Start, sorted + 1);
        }
    }

    private static void PushRuns(Stack<(int Start, int Length, int Part)> open, ReadOnlySpan<ulong> keys, int at, int part)
    {
        for (int start = 0, end; start < keys.Length; start = end)
        {
            for (end = start + 1; end < keys.Length && keys[end] == keys[start];)
                end++;
            if (end > start + 1)
                open.Push((at + start, end - start, part));
        }
    }

    // By the first part from one on in which they differ; gives that part.
    private int SortBy(int part, Span<int> rows, Span<ulong> keys, KeySort sort)
    {
        part = Fill(rows, keys, part);
        if (part < _parts.Length)
            sort.Sort(keys, rows);
        return part;
    }

    // Moves the first ones to the front. The next part is asked of those only that are the same as the last of them.
    private void Select(int[] rows, ulong[] keys, int count)
    {
        var kept = 0;
        var end = rows.Length;
        var part = 0;
        while (end > count)
        {
            var runRows = rows.AsSpan(kept, end - kept);
            var runKeys = keys.AsSpan(0, runRows.Length);
            part = Fill(runRows, runKeys, part) + 1;
            var last = Last(runKeys, count - kept);
            var (before, same) = Divide(runRows, runKeys, last);
            end = kept + before + same;
            kept += before;
        }
    }

    // The last of the smallest ones: a heap of them that has the largest on its top.
    private static ulong Last(ReadOnlySpan<ulong> keys, int count)
    {
        var heap = new PriorityQueue<ulong, ulong>(count);
        foreach (var key in keys[..count])
            heap.Enqueue(key, ~key);
        foreach (var key in keys[count..])
        {
            if (key < heap.Peek())
                heap.EnqueueDequeue(key, ~key);
        }

        return heap.Peek();
    }

    // Smaller ones to the front, then equal ones.
    private static (int Before, int Same) Divide(Span<int> rows, Span<ulong> keys, ulong by)
    {
        var before = 0;
        var end = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            if (keys[i] > by)
                continue;
            (rows[end], rows[i], keys[end], keys[i]) = (rows[i], rows[end], keys[i], keys[end]);
            if (keys[end] < by)
            {
                (rows[before], rows[end], keys[before], keys[end]) = (rows[end], rows[before], keys[end], keys[before]);
                before++;
            }

            end++;
        }

        return (before, end - before);
    }

    // The numbers of the first part from one on that is not the same for all. This is asked once for all rows and is to be
    // fast at once, not when the runtime has found that it is asked often.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Fill(ReadOnlySpan<int> rows, Span<ulong> keys, int part)
    {
        while (part < _parts.Length)
        {
            ref readonly var current = ref _parts[part];
            var differ = 0UL;
            for (var i = 0; i < rows.Length; i++)
            {
                keys[i] = KeyOf(current, rows[i]);
                differ |= keys[i] ^ keys[0];
            }

            if (differ != 0)
                break;
            part = current.Kind >= OrderPartKind.Text && IsOneCell(rows, current.Index) ? current.Next : part + 1;
        }

        return part;
    }

    private bool IsOneCell(ReadOnlySpan<int> rows, int index)
    {
        var first = groups.Key(rows[0])[index];
        foreach (var row in rows)
        {
            if (groups.Key(row)[index] != first)
                return false;
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong KeyOf(in OrderPart part, int row) => part.Kind switch
    {
        OrderPartKind.Count => ~GroupValues.Count(groups.Values(row)),
        OrderPartKind.SumHigh => ~((ulong)(GroupValues.Sum(groups.Values(row), part.Index) >> 64) ^ (1UL << 63)),
        OrderPartKind.SumLow => ~(ulong)GroupValues.Sum(groups.Values(row), part.Index),
        OrderPartKind.Distinct => ~layout.Distinct(groups.Values(row), part.Index),
        OrderPartKind.Number => Cell.NumberOrder(groups.Key(row)[part.Index], plan.Texts),
        OrderPartKind.Text => Cell.TextOrder(groups.Key(row)[part.Index], plan.Texts),
        OrderPartKind.StoredText => StoredBytes(groups.Key(row)[part.Index], part.Offset),
        _ => (ulong)StoredText(groups.Key(row)[part.Index]).Length,
    };

    private ulong StoredBytes(ulong cell, int offset)
    {
        var text = StoredText(cell);
        text = text[Math.Min(offset, text.Length)..];
        if (text.Length >= sizeof(ulong))
            return BinaryPrimitives.ReadUInt64BigEndian(text);
        var bytes = 0UL;
        for (var i = 0; i < text.Length; i++)
            bytes |= (ulong)text[i] << (56 - (8 * i));
        return bytes;
    }

    // What fits into a cell comes before all that begins with it.
    private ReadOnlySpan<byte> StoredText(ulong cell) => Cell.IsStoredText(cell, out var id) ? plan.Texts.Get(id) : [];

    private static OrderPart[] MakeParts(MeasurePlan plan)
    {
        var parts = new List<OrderPart>();
        if (plan.Query.OrderBy is { } column)
            AddColumn(parts, plan, plan.Places[plan.Query.Columns.ToList().IndexOf(column)]);
        for (var i = 0; i < plan.Keys.Length; i++)
            AddKey(parts, plan, i);
        return [.. parts];
    }

    private static void AddColumn(List<OrderPart> parts, MeasurePlan plan, MeasurePlace place)
    {
        switch (place.Kind)
        {
            case FlowColumnKind.Count:
                parts.Add(new OrderPart(OrderPartKind.Count, 0, 1));
                break;
            case FlowColumnKind.Sum:
                parts.Add(new OrderPart(OrderPartKind.SumHigh, place.Index, 2));
                parts.Add(new OrderPart(OrderPartKind.SumLow, place.Index, 2));
                break;
            case FlowColumnKind.Distinct:
                parts.Add(new OrderPart(OrderPartKind.Distinct, place.Index, 1));
                break;
            default:
                AddKey(parts, plan, place.Index);
                break;
        }
    }

    // Most cells tell their order; the long texts of others are looked at where their beginnings are the same.
    private static void AddKey(List<OrderPart> parts, MeasurePlan plan, int index)
    {
        var isText = plan.Keys[index].Field.Type == FlowFieldType.Text;
        var chunks = Math.Max(0, plan.Texts.MaxLength - Cell.MaxShortText + sizeof(ulong) - 1) / sizeof(ulong);
        var next = parts.Count + 1 + (chunks == 0 ? 0 : chunks + 1);
        parts.Add(new OrderPart(isText ? OrderPartKind.Text : OrderPartKind.Number, index, next));
        if (chunks == 0)
            return;
        for (var i = 0; i < chunks; i++)
            parts.Add(new OrderPart(OrderPartKind.StoredText, index, next, Cell.MaxShortText + (i * sizeof(ulong))));
        parts.Add(new OrderPart(OrderPartKind.StoredLength, index, next));
    }
}
