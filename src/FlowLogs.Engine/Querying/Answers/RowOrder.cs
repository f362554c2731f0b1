using System.Collections.Concurrent;

namespace FlowLogs.Querying.Answers;

/// <summary>
/// Rows in order. They are in parts, each of which is sorted when somebody comes to it, or before that by the other processors:
/// so the first rows are given away while the last ones are sorted.
/// </summary>
internal sealed class RowOrder
{
    private readonly int[] _rows;

    /// <param name="rows">The rows, those of each part in any order.</param>
    /// <param name="ends">Where parts end.</param>
    /// <param name="sort">Sorts a part.</param>
    public RowOrder(int[] rows, IReadOnlyList<int> ends, Action<Range> sort)
    {
        _rows = rows;
        Parts = [.. ends.Select((end, part) => new Lazy<ArraySegment<int>>(() =>
        {
            var start = part == 0 ? 0 : ends[part - 1];
            sort(start..end);
            return new ArraySegment<int>(rows, start, end - start);
        }))];
        if (Parts.Count > 1)
            _ = Task.Run(() => SortAll(Math.Max(1, Environment.ProcessorCount - 1)));
    }

    /// <summary>The parts.</summary>
    public IReadOnlyList<Lazy<ArraySegment<int>>> Parts { get; }

    /// <summary>All rows.</summary>
    public int[] All()
    {
        SortAll(Environment.ProcessorCount);
        return _rows;
    }

    // One after the other, as they are asked for.
    private void SortAll(int processors) => Parallel.ForEach(
        Partitioner.Create(Parts, EnumerablePartitionerOptions.NoBuffering),
        new ParallelOptions { MaxDegreeOfParallelism = processors },
        static part => _ = part.Value);
}
