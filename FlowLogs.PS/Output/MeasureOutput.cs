using System.Management.Automation;
using FlowLogs.Querying;

namespace FlowLogs.PS.Output;

/// <summary>The rows of an answer as they go onto the pipeline: objects with a property for each column.</summary>
internal static class MeasureOutput
{
    public const string TypeName = "FlowLogs.FlowMeasure";

    // So many rows tell how wide the columns are to be shown.
    private const int FirstRows = 200;

    public static IEnumerable<PSObject> Wrap(FlowQueryResult result)
    {
        MeasureColumn[]? columns = null;
        foreach (var rows in result.Rows.Chunk(FirstRows))
        {
            columns ??= [.. result.Columns.Select((column, i) => MeasureColumn.Of(column.Name, rows.Select(row => row.GetValues()[i])))];
            foreach (var row in rows)
                yield return Wrap(row, columns);
        }
    }

    private static PSObject Wrap(FlowQueryRow row, MeasureColumn[] columns)
    {
        var wrapped = new PSObject();
        wrapped.TypeNames.Insert(0, TypeName);
        for (var i = 0; i < columns.Length; i++)
            wrapped.Properties.Add(new MeasureProperty(columns[i], row.GetValues()[i]), preValidated: true);
        return wrapped;
    }
}
