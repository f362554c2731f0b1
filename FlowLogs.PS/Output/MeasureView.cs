using System.Management.Automation;

namespace FlowLogs.PS.Output;

/// <summary>
/// Called by the view of measurements. Their columns differ, and a view's table has fixed ones; so a row is a line of its
/// own, and a heading comes before rows with the same columns.
/// </summary>
public static class MeasureView
{
    /// <summary>The names of the columns. The shell leaves a line empty below them.</summary>
    public static string Heading(PSObject measure) => Line(ColumnsOf(measure).Select(static column => column.Pad(column.Name)));

    /// <summary>The values, each in its column.</summary>
    public static string Row(PSObject measure) =>
        Line(ColumnsOf(measure).Zip(measure.Properties, static (column, property) => column.Pad(MeasureColumn.ToText(property.Value))));

    // What came back from a file or another process has lost the widths.
    private static List<MeasureColumn> ColumnsOf(PSObject measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return [.. measure.Properties.Select(static property => (property as MeasureProperty)?.Column ?? MeasureColumn.Of(property.Name, [property.Value]))];
    }

    private static string Line(IEnumerable<string> cells) => string.Join(' ', cells).TrimEnd();
}
