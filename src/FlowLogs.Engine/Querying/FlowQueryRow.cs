namespace FlowLogs.Querying;

/// <summary>A row of a query's answer: what was found of one group. Immutable.</summary>
public sealed class FlowQueryRow
{
    private readonly IReadOnlyList<FlowColumn> _columns;
    private readonly object?[] _values;

    internal FlowQueryRow(IReadOnlyList<FlowColumn> columns, object?[] values)
    {
        _columns = columns;
        _values = values;
    }

    /// <summary>The columns, in order.</summary>
    public IReadOnlyList<FlowColumn> GetColumns() => _columns;

    /// <summary>
    /// The values, one for each column. A field's has the type of the record's property and is null where it is missing.
    /// Numbers of records and of values are <see cref="long"/>; so are sums, or <see cref="decimal"/> where they are too
    /// large for it; bins are <see cref="DateTimeOffset"/> in UTC, null for records without a start.
    /// </summary>
    public IReadOnlyList<object?> GetValues() => _values;
}
