using FlowLogs.Querying.Tables;
using FlowLogs.Scanning;

namespace FlowLogs.Querying;

/// <summary>
/// Answers a query from records that are read here: gives each thread that reads a table of its own to fill, and joins the
/// tables at the end. The answer depends on the records only, not on which thread met which, or when.
/// </summary>
public sealed class FlowQueryRunner
{
    /// <summary>How many groups there may be where nobody says otherwise: half a gigabyte for each thread, with a handful of fields.</summary>
    public const int DefaultMaxGroups = 5_000_000;

    private readonly MeasurePlan _plan;
    private readonly List<MeasureTable> _tables = [];
    private readonly MeasureTable _records;

    /// <summary>Begins a query.</summary>
    /// <param name="query">The query. Its <see cref="FlowQuery.Where"/> is the work of those who read the records.</param>
    /// <param name="maxGroups">How many groups there may be, and how many different values in all groups, from 1.</param>
    /// <exception cref="FlowLogException">The query cannot be answered; see <see cref="FlowQuery.Validate"/>.</exception>
    public FlowQueryRunner(FlowQuery query, int maxGroups = DefaultMaxGroups)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxGroups, 1);
        query.Validate();
        _plan = new MeasurePlan(query, maxGroups);
        _records = OpenTable();
    }

    /// <summary>Takes a record. One thread may call this, while others fill sinks.</summary>
    /// <exception cref="FlowLogException"><c>TooManyGroups</c>: there are more groups than may be.</exception>
    public void Add(FlowLogRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        _records.Add(record);
    }

    /// <summary>The answer. To be called once, when all threads are done.</summary>
    /// <exception cref="FlowLogException"><c>TooManyGroups</c>: there are more groups than may be.</exception>
    public FlowQueryResult Finish() => MeasureTable.Merge(_tables).ToResult();

    /// <summary>
    /// Makes a sink for one thread. It throws a <see cref="FlowLogException"/> (<c>TooManyGroups</c>) when there are more
    /// groups than may be.
    /// </summary>
    internal LineSink OpenSink() => OpenTable();

    private MeasureTable OpenTable()
    {
        var table = new MeasureTable(_plan);
        lock (_tables)
            _tables.Add(table);
        return table;
    }
}
