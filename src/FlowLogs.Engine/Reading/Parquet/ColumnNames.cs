using System.Text;
using FlowLogs.Records;

namespace FlowLogs.Reading;

/// <summary>Makes a format of the names of a Parquet file's columns, which may be any text.</summary>
internal static class ColumnNames
{
    /// <summary>
    /// The format. A name in capitals or with underscores is the field's all the same; what no field's name may have becomes
    /// a hyphen; of names that come to the same, later ones get a number.
    /// </summary>
    /// <exception cref="InvalidDataException">There are no columns, or more than a format may have.</exception>
    public static FlowLogFormat ToFormat(IReadOnlyList<string> columns)
    {
        if (columns.Count is 0 or > FlowLogFormat.MaxFields)
            throw new InvalidDataException($"it has {columns.Count} columns; 1 to {FlowLogFormat.MaxFields} can be read.");

        var names = new List<string>(columns.Count);
        foreach (var column in columns)
        {
            var name = ToName(column);
            var unique = name;
            for (var number = 2; names.Contains(unique); number++)
                unique = $"{name}-{number}";
            names.Add(unique);
        }

        return FlowLogFormat.Parse(string.Join(' ', names));
    }

    private static string ToName(string column)
    {
        var name = new StringBuilder(column.Length);
        foreach (var c in column.ToLowerInvariant())
            name.Append(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '-');
        var text = name.ToString().Trim('-');
        return text.Length > 0 && char.IsAsciiLetterLower(text[0]) ? text : $"column-{text}".TrimEnd('-');
    }
}
