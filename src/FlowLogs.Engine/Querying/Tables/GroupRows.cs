using FlowLogs.Querying.Cells;
using FlowLogs.Records;

namespace FlowLogs.Querying.Tables;

/// <summary>The rows of a table in the order that a query wants, and as an answer has them.</summary>
internal sealed class GroupRows(MeasurePlan plan, CellTable groups, GroupValues layout) : IComparer<int>
{
    private readonly FlowQuery _query = plan.Query;
    private readonly IReadOnlyList<FlowColumn> _columns = plan.Query.Columns;
    private readonly bool[] _areNumbers = Array.ConvertAll(plan.Keys, static key => key.Field.Type != FlowFieldType.Text);

    // Of the column that is ordered by: its place among the keys, the sums or the counted fields.
    private readonly int _orderIndex = FindOrder(plan.Query);

    // The bin is the first key.
    private int BinKeys => _query.Bin is null ? 0 : 1;

    /// <summary>The rows that are wanted, in order.</summary>
    public IEnumerable<int> InOrder()
    {
        var rows = _query.Top is { } top && top < groups.Count ? FindFirst(top) : [.. Enumerable.Range(0, groups.Count)];
        Array.Sort(rows, this);
        return rows;
    }

    /// <summary>A row as the answer has it.</summary>
    public FlowQueryRow ToRow(int row)
    {
        var key = groups.Key(row);
        var values = groups.Values(row);
        var result = new object?[_columns.Count];
        var column = 0;
        for (var i = BinKeys; i < key.Length; i++)
            result[column++] = ValueOf(key, i);
        result[column++] = (long)GroupValues.Count(values);
        for (var i = 0; i < _query.Sums.Count; i++)
        {
            var sum = GroupValues.Sum(values, i);
            if (sum >= long.MinValue && sum <= long.MaxValue)
                result[column++] = (long)sum;
            else
                result[column++] = (decimal)sum;
        }

        for (var i = 0; i < _query.Distinct.Count; i++)
            result[column++] = (long)layout.Distinct(values, i);
        if (BinKeys > 0)
            result[column] = ValueOf(key, 0);
        return new FlowQueryRow(_columns, result);
    }

    /// <summary>The order of two rows. No two are equal.</summary>
    public int Compare(int x, int y)
    {
        var left = groups.Values(x);
        var right = groups.Values(y);
        var order = _query.OrderBy?.Kind switch
        {
            FlowColumnKind.Count => GroupValues.Count(right).CompareTo(GroupValues.Count(left)),
            FlowColumnKind.Sum => GroupValues.Sum(right, _orderIndex).CompareTo(GroupValues.Sum(left, _orderIndex)),
            FlowColumnKind.Distinct => layout.Distinct(right, _orderIndex).CompareTo(layout.Distinct(left, _orderIndex)),
            FlowColumnKind.Group or FlowColumnKind.Bin => CompareKeys(x, y, _orderIndex),
            _ => 0,
        };
        for (var i = 0; order == 0 && i < _areNumbers.Length; i++)
            order = CompareKeys(x, y, i);
        return order;
    }

    private static int FindOrder(FlowQuery query)
    {
        var columns = query.Columns.ToList();
        return query.OrderBy?.Kind switch
        {
            FlowColumnKind.Group => columns.IndexOf(query.OrderBy) + (query.Bin is null ? 0 : 1),
            FlowColumnKind.Sum or FlowColumnKind.Distinct =>
                columns.IndexOf(query.OrderBy) - columns.FindIndex(column => column.Kind == query.OrderBy.Kind),
            _ => 0,
        };
    }

    // A heap with the last of those that are the first so far on its top.
    private int[] FindFirst(int count)
    {
        var heap = new PriorityQueue<int, int>(count, Comparer<int>.Create((x, y) => Compare(y, x)));
        for (var row = 0; row < groups.Count; row++)
        {
            if (row < count)
                heap.Enqueue(row, row);
            else
                heap.EnqueueDequeue(row, row);
        }

        return [.. heap.UnorderedItems.Select(static item => item.Element)];
    }

    private int CompareKeys(int x, int y, int index) =>
        Cell.Compare(groups.Key(x)[index], groups.Key(y)[index], _areNumbers[index], plan.Texts);

    private object? ValueOf(ReadOnlySpan<ulong> key, int index) => Cell.ToValue(key[index], plan.Keys[index].Field, plan.Texts);
}
