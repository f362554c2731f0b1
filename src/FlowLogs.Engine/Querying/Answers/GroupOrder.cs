using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using FlowLogs.Querying.Tables;

namespace FlowLogs.Querying.Answers;

/// <summary>
/// Puts groups in the order that a query wants. It is an order by numbers, one after the other: all groups are sorted by the
/// first, then those where it is the same by the next. So nothing compares groups, and numbers are sorted fast.
/// </summary>
internal sealed class GroupOrder(MeasurePlan plan, SharedTable groups)
{
    private readonly OrderKeys _numbers = new(plan, groups);

    /// <summary>The first groups, in order.</summary>
    public RowOrder First(int count)
    {
        var rows = groups.Rows();
        if (rows.Length <= 1)
            return new RowOrder(rows, [rows.Length], static _ => { });
        var keys = GC.AllocateUninitializedArray<ulong>(rows.Length);
        var part = _numbers.Fill(rows, keys);
        if (count < rows.Length)
        {
            Select(rows, keys, count, part);
            Array.Resize(ref rows, count);
            Array.Resize(ref keys, count);
            part = _numbers.Fill(rows, keys);
        }

        var ends = KeySort.Divide(ref keys, ref rows);
        var (sortedKeys, sortedRows) = (keys, rows);
        var free = new ConcurrentBag<KeySort>();
        return new RowOrder(rows, ends, range =>
        {
            if (!free.TryTake(out var sort))
                sort = new KeySort();
            Sort(sort, sortedRows.AsSpan(range), sortedKeys.AsSpan(range), part);
            free.Add(sort);
        });
    }

    private void Sort(KeySort sort, Span<int> rows, Span<ulong> keys, int part)
    {
        sort.Sort(keys, rows);
        if (part < _numbers.PartCount)
            SortRuns(sort, rows, keys, part);
    }

    // Sorts what has been sorted by all parts before one.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SortRuns(KeySort sort, Span<int> rows, Span<ulong> keys, int part)
    {
        // A stack of our own, since a long text has thousands of parts.
        var open = new Stack<(int Start, int Length, int Part)>();
        PushRuns(open, keys, 0, part);
        while (open.TryPop(out var run))
        {
            var runRows = rows.Slice(run.Start, run.Length);
            var runKeys = keys.Slice(run.Start, run.Length);
            var next = _numbers.Fill(runRows, runKeys, run.Part);
            sort.Sort(runKeys, runRows);
            if (next < _numbers.PartCount)
                PushRuns(open, runKeys, run.Start, next);
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

    // Moves the first ones to the front. The next parts are asked of those only that are the same as the last of them.
    private void Select(int[] rows, ulong[] keys, int count, int part)
    {
        var kept = 0;
        var end = rows.Length;
        while (true)
        {
            var runRows = rows.AsSpan(kept, end - kept);
            var runKeys = keys.AsSpan(0, runRows.Length);
            var (before, same) = Divide(runRows, runKeys, Last(runKeys, count - kept));
            end = kept + before + same;
            kept += before;
            if (end <= count)
                return;
            part = _numbers.Fill(rows.AsSpan(kept, end - kept), keys.AsSpan(0, end - kept), part);
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
}
