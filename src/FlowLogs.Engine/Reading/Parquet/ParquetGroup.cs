using FlowLogs.Conditions;
using FlowLogs.Conditions.Binding;
using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Reading;

/// <summary>
/// Reads one group of rows. Where there is a condition, the columns that it looks at are read first, and the others only
/// for rows that meet it. A row that has a bad number is told of whatever the condition says, as a line is; so columns that
/// may have one are read, too.
/// </summary>
internal sealed class ParquetGroup : IDisposable
{
    // What a row counts for beside its text: a few bytes of a file can stand for any number of short rows, which take time.
    private const int RowCost = 32;

    private readonly IParquetFile _file;
    private readonly int _index;
    private readonly FlowLogFormat _format;
    private readonly InflationBudget _budget;
    private readonly int[] _first;
    private readonly IParquetCursor?[] _cursors;
    private readonly RowWriter? _firstRow;
    private readonly LineLayout? _firstLayout;
    private readonly BoundCondition? _condition;
    private readonly RowWriter _row;
    private readonly long _count;
    private long _done;
    private long _skipped;

    /// <param name="file">The file.</param>
    /// <param name="index">The group's number.</param>
    /// <param name="format">The file's format.</param>
    /// <param name="condition">What a row must meet; null if every one is wanted.</param>
    /// <param name="budget">Counts what is read.</param>
    public ParquetGroup(IParquetFile file, int index, FlowLogFormat format, FlowExpression? condition, InflationBudget budget)
    {
        _file = file;
        _index = index;
        _format = format;
        _budget = budget;
        _count = file.RowGroups[index];
        _cursors = new IParquetCursor?[format.Fields.Count];
        _row = new RowWriter(format.Fields.Count);
        _first = [.. Enumerable.Range(0, format.Fields.Count)];
        if (condition is null)
            return;

        var ofGroup = new GroupCondition(condition, format);
        int[] unsure = [.. format.NumberColumns.Where(column => !ParquetSelection.IsSure(file, index, column, format.Fields[column]))];
        IsWanted = unsure.Length > 0 || ofGroup.CanHold(column => file.GetRange(index, column, format.Fields[column]));
        int[] first = [.. ofGroup.Columns.Union(unsure).Order()];
        if (first.Length is 0 || first.Length == format.Fields.Count)
            return;
        _first = first;
        _firstRow = new RowWriter(first.Length);
        var firstFormat = FlowLogFormat.Parse(string.Join(' ', first.Select(column => format.Fields[column].Name)));
        _firstLayout = new LineLayout(firstFormat, hasCommas: false, test: null);
        _condition = new BoundCondition(condition, firstFormat);
    }

    /// <summary>False if no row can be wanted, by what the file says of the group.</summary>
    public bool IsWanted { get; } = true;

    /// <summary>Reads some rows.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="rowNumber">The number of the group's first row, from 1.</param>
    /// <param name="records">Takes the rows that are wanted.</param>
    /// <param name="items">Takes what has become of them.</param>
    /// <returns>Whether there are more.</returns>
    public bool Read(int rows, long rowNumber, RecordReader records, ICollection<ReadItem> items)
    {
        for (var end = Math.Min(_count, _done + rows); _done < end; _done++)
        {
            if (_firstRow is not null && !MayBeWanted(_firstRow))
            {
                _skipped++;
                continue;
            }

            ReadRow();
            _budget.Add(RowCost + _row.Line.Length);
            records.ReadRow(_row, rowNumber + _done, items);
        }

        return _done < _count;
    }

    public void Dispose()
    {
        foreach (var cursor in _cursors)
            cursor?.Dispose();
    }

    private bool MayBeWanted(RowWriter row)
    {
        row.Clear();
        foreach (var column in _first)
            row.Add(Cursor(column).Next());
        _budget.Add(RowCost + row.Line.Length);
        return row.IsTooLong || _firstLayout!.FindBadNumber(row.Fields, out _) >= 0 || _condition!.IsMatch(row.Fields);
    }

    // All of it; what was read first is there already.
    private void ReadRow()
    {
        _row.Clear();
        var firstIndex = 0;
        for (var column = 0; column < _cursors.Length; column++)
        {
            if (_firstRow is not null && firstIndex < _first.Length && _first[firstIndex] == column)
            {
                _row.Add(_firstRow[firstIndex++]);
                continue;
            }

            var cursor = Cursor(column);
            if (_skipped > 0)
                cursor.Skip(_skipped);
            _row.Add(cursor.Next());
        }

        _skipped = 0;
    }

    private IParquetCursor Cursor(int column) => _cursors[column] ??= _file.OpenColumn(_index, column, _format.Fields[column]);
}
