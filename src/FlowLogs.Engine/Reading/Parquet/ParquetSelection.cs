using FlowLogs.Conditions;
using FlowLogs.Conditions.Binding;
using FlowLogs.Records;

namespace FlowLogs.Reading;

/// <summary>A Parquet file of which only some columns are there.</summary>
/// <param name="file">The file.</param>
/// <param name="columns">The numbers of its columns.</param>
internal sealed class ParquetSelection(IParquetFile file, int[] columns) : IParquetFile
{
    public IReadOnlyList<string> Columns { get; } = [.. columns.Select(column => file.Columns[column])];

    public IReadOnlyList<string> RepeatedColumns => file.RepeatedColumns;

    public IReadOnlyList<long> RowGroups => file.RowGroups;

    /// <summary>
    /// The columns that fields are looked for in, those that choose among the rows, and those that may have a number that is
    /// none, which is told of whatever is wanted.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="format">The format that its columns make.</param>
    /// <param name="fields">The fields.</param>
    /// <param name="condition">What rows must meet; null for all.</param>
    public static int[] Find(IParquetFile file, FlowLogFormat format, IEnumerable<FlowField> fields, FlowExpression? condition)
    {
        var columns = fields.Append(FlowFields.Get(FlowFieldId.LogStatus)).Append(FlowFields.Get(FlowFieldId.Start))
            .Select(format.ColumnOf)
            .Where(static column => column >= 0)
            .Concat(condition is null ? [] : new GroupCondition(condition, format).Columns)
            .Concat(format.NumberColumns.Where(column => Enumerable.Range(0, file.RowGroups.Count).Any(group => !IsSure(file, group, column, format.Fields[column]))));
        int[] found = [.. columns.Distinct().Order()];
        return found.Length > 0 ? found : [0];
    }

    /// <summary>Whether no row of a group can have a bad number in a column.</summary>
    public static bool IsSure(IParquetFile file, int rowGroup, int column, FlowField field)
    {
        var range = file.GetRange(rowGroup, column, field);
        return !range.HasValues
            || (range.IsOrdered
                && FieldNumber.Check(range.Min.Span, field.Type) == FieldNumber.Result.Ok
                && FieldNumber.Check(range.Max.Span, field.Type) == FieldNumber.Result.Ok);
    }

    public FlowValueRange GetRange(int rowGroup, int column, FlowField field) => file.GetRange(rowGroup, columns[column], field);

    public IParquetCursor OpenColumn(int rowGroup, int column, FlowField field) => file.OpenColumn(rowGroup, columns[column], field);
}
