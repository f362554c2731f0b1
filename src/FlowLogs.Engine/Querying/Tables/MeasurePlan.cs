using FlowLogs.Querying.Cells;
using FlowLogs.Records;

namespace FlowLogs.Querying.Tables;

/// <summary>A query as the tables of all threads need it. What is taken of each line: keys, amounts, cells to be counted.</summary>
internal sealed class MeasurePlan
{
    public MeasurePlan(FlowQuery query, int maxGroups, bool countsTimes)
    {
        CountsTimes = countsTimes;
        Query = query;
        MaxGroups = maxGroups;
        CellSource[] bin = query.Bin is null ? [] : [new(FlowFields.Get(FlowFieldId.Start), CellKind.Bin)];
        Keys = [.. bin, .. query.GroupBy.Select(CellSource.Of)];
        Sources = [.. Keys, .. query.Sums.Select(static field => new CellSource(field, CellKind.Amount)), .. query.Distinct.Select(CellSource.Of)];
        Layout = new GroupLayout(Keys.Length, query.Sums.Count, query.Distinct.Count);
        ValueLayout = new GroupLayout(Keys.Length + 1, sums: 0, distinct: 0);
        Places = MeasurePlace.Of(query);
    }

    public FlowQuery Query { get; }

    /// <summary>Whether the first and the last start of all records are wanted.</summary>
    public bool CountsTimes { get; }

    /// <summary>How many groups there may be, and how many different values in all of them.</summary>
    public int MaxGroups { get; }

    /// <summary>What makes the groups: the bin, then the fields.</summary>
    public CellSource[] Keys { get; }

    /// <summary>What is taken of each line: keys, amounts, fields whose values are counted.</summary>
    public CellSource[] Sources { get; }

    /// <summary>The groups.</summary>
    public GroupLayout Layout { get; }

    /// <summary>The different values in each group.</summary>
    public GroupLayout ValueLayout { get; }

    /// <summary>The fields that are taken.</summary>
    public IReadOnlyList<FlowField> Fields => [.. Sources.Select(static source => source.Field)];

    /// <summary>Where the columns of the answer are.</summary>
    public MeasurePlace[] Places { get; }

    public TextStore Texts { get; } = new();

    /// <summary>The length of a bin in milliseconds; 0 where there are none.</summary>
    public long BinLength => (Query.Bin ?? default).Ticks / TimeSpan.TicksPerMillisecond;
}
