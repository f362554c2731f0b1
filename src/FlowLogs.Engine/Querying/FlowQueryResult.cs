using FlowLogs.Records;

namespace FlowLogs.Querying;

/// <summary>The answer to a query.</summary>
public sealed class FlowQueryResult
{
    /// <summary>The columns of the rows, in order.</summary>
    public required IReadOnlyList<FlowColumn> Columns { get; init; }

    /// <summary>How many groups there are, those included that <see cref="FlowQuery.Top"/> leaves out.</summary>
    public required int Groups { get; init; }

    /// <summary>
    /// Fields of the query that the format of some records lacks. They count as missing there, so that a sum of them may
    /// be less than it seems.
    /// </summary>
    public required IReadOnlyList<FlowField> LackingFields { get; init; }

    /// <summary>The groups that are wanted, in the order that is wanted. Each is made when it is asked for, and anew whenever they are gone through.</summary>
    public required IEnumerable<FlowMeasure> Rows { get; init; }
}
