using System.Management.Automation;
using System.Runtime.CompilerServices;
using FlowLogs.Querying;

namespace FlowLogs.PS.Output;

/// <summary>
/// Called by the view of measurements. Their columns differ, and a view's table has fixed ones; so a row is a line of its
/// own, and a heading comes before rows with the same columns.
/// </summary>
public static class MeasureView
{
    // So many rows of an answer tell how wide its columns are to be shown.
    private const int FirstRows = 200;

    private static readonly ConditionalWeakTable<FlowQueryResult, MeasureColumn[]> Shown = [];

    /// <summary>The names of the columns. The shell leaves a line empty below them.</summary>
    public static string Heading(PSObject measure) => Line(ColumnsOf(measure).Select(static column => column.Pad(column.Name)));

    /// <summary>The values, each in its column.</summary>
    public static string Row(PSObject measure) =>
        Line(ColumnsOf(measure).Zip(measure.Properties, static (column, property) => column.Pad(MeasureColumn.ToText(property.Value))));

    // What came back from a file or another process, or was added to a row, has the width of its value.
    private static IEnumerable<MeasureColumn> ColumnsOf(PSObject measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var columns = measure.BaseObject is FlowMeasure row ? Shown.GetValue(row.GetResult(), ColumnsOf) : [];
        return measure.Properties.Select(property =>
            Array.Find(columns, column => column.Name == property.Name) ?? MeasureColumn.Of(property.Name, [property.Value]));
    }

    private static MeasureColumn[] ColumnsOf(FlowQueryResult result)
    {
        var rows = result.Rows.Take(FirstRows).Select(static row => row.GetValues()).ToList();
        return [.. result.Columns.Select((column, i) => MeasureColumn.Of(column.Name, rows.Select(row => row[i])))];
    }

    private static string Line(IEnumerable<string> cells) => string.Join(' ', cells).TrimEnd();
}
