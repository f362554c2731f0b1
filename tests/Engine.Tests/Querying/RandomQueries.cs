using FlowLogs.Querying;
using FlowLogs.Records;

namespace FlowLogs.Tests.Querying;

/// <summary>Makes queries about lines of some formats, repeatable by seed.</summary>
internal sealed class RandomQueries(Random random)
{
    private static readonly int[] BinSeconds = [1, 60, 300, 3600, 86_400, 7 * 86_400, 1_000_003];

    public FlowQuery Query(IReadOnlyList<FlowLogFormat> formats)
    {
        var known = formats.SelectMany(static format => format.Fields).Concat(FlowLogFormat.Default.Fields);
        FlowField[] fields = [.. known.DistinctBy(static field => field.Name)];
        random.Shuffle(fields);
        FlowField[] grouped = [.. fields.Take(random.Next(4))];
        FlowField[] numbers = [.. fields.Except(grouped).Where(static field => field.Type is FlowFieldType.Int32 or FlowFieldType.Int64)];
        var query = new FlowQuery
        {
            GroupBy = grouped,
            Sums = [.. numbers.Take(random.Next(3))],
            Distinct = [.. fields.Reverse().Take(random.Next(3))],
            Bin = random.Next(2) == 0 ? null : TimeSpan.FromSeconds(BinSeconds[random.Next(BinSeconds.Length)]),
            Top = random.Next(2) == 0 ? null : random.Next(1, 30),
        };
        var columns = query.Columns;
        return query with { OrderBy = random.Next(4) == 0 ? null : columns[random.Next(columns.Count)] };
    }
}
