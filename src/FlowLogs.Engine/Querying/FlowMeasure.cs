using System.ComponentModel;
using FlowLogs.Querying;
using FlowLogs.Querying.Answers;

namespace FlowLogs;

/// <summary>
/// What was found of one group: a row of a query's answer. Immutable. Which properties it has depends on the query, so its
/// class is made when the query is answered, and has one for each column. A value is made whenever it is asked for; the
/// row only knows its place in the table of the groups, which stays in memory as long as one of its rows does.
/// </summary>
public abstract class FlowMeasure
{
    private MeasureRows _rows = null!;
    private int _row;

    /// <summary>For the classes that are made of columns; a row of any other class has no values.</summary>
    protected FlowMeasure()
    {
    }

    /// <summary>The answer that this is a row of.</summary>
    public FlowQueryResult GetResult() => _rows.Result;

    /// <summary>
    /// The values, one for each column. A field's has the type of the record's property and is null where it is missing.
    /// Numbers of records and of values are <see cref="long"/>; so are sums, or <see cref="decimal"/> where they are too
    /// large for it; bins are <see cref="DateTimeOffset"/> in UTC, null for records without a start.
    /// </summary>
    public IReadOnlyList<object?> GetValues() => [.. _rows.Result.Columns.Select((_, column) => _rows.ValueOf(_row, column))];

    /// <summary>Names and values, as PowerShell writes those of any object without a class of its own.</summary>
    public override string ToString()
    {
        var pairs = GetValues().Zip(_rows.Result.Columns, static (value, column) => FormattableString.Invariant($"{column.Name}={value}"));
        return $"@{{{string.Join("; ", pairs)}}}";
    }

    /// <summary>The value of a column.</summary>
    /// <typeparam name="T">The type of the property.</typeparam>
    /// <param name="column">The column, from 0.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected T Get<T>(int column) => (T)_rows.ValueOf(_row, column)!;

    /// <summary>Says which row it is. To be called once.</summary>
    internal void Bind(MeasureRows rows, int row)
    {
        _rows = rows;
        _row = row;
    }
}
