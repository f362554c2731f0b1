using System.Runtime.InteropServices;

namespace FlowLogs.Querying.Tables;

/// <summary>Where the numbers of a column are.</summary>
/// <param name="Kind">What the column holds.</param>
/// <param name="Index">Its place among the keys, the sums or the counted fields.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MeasurePlace(FlowColumnKind Kind, int Index)
{
    /// <summary>The places of a query's columns.</summary>
    public static MeasurePlace[] Of(FlowQuery query)
    {
        var kinds = query.Columns.Select(static column => column.Kind).ToList();

        // The bin is the last column and the first key.
        return [.. kinds.Select((kind, i) => new MeasurePlace(
            kind,
            kind == FlowColumnKind.Group && query.Bin is not null ? i + 1
            : kind == FlowColumnKind.Group ? i
            : i - kinds.IndexOf(kind)))];
    }
}
