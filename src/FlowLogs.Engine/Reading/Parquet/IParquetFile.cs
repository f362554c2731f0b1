using FlowLogs.Conditions;
using FlowLogs.Records;

namespace FlowLogs.Reading;

/// <summary>
/// A Parquet file: columns with one value for each row, in groups of rows. Every member throws
/// <see cref="InvalidDataException"/> where the file is broken.
/// </summary>
public interface IParquetFile
{
    /// <summary>The columns' names, in the file's order.</summary>
    IReadOnlyList<string> Columns { get; }

    /// <summary>The names of columns with lists or maps of values, which are not read.</summary>
    IReadOnlyList<string> RepeatedColumns { get; }

    /// <summary>How many rows each group has.</summary>
    IReadOnlyList<long> RowGroups { get; }

    /// <summary>What is known of a column's values before any is read.</summary>
    /// <param name="rowGroup">The group's number, from 0.</param>
    /// <param name="column">The column's number, from 0.</param>
    /// <param name="field">The field that the column stands for.</param>
    FlowValueRange GetRange(int rowGroup, int column, FlowField field);

    /// <summary>Reads a column's values from the first on.</summary>
    /// <inheritdoc cref="GetRange"/>
    IParquetCursor OpenColumn(int rowGroup, int column, FlowField field);
}
