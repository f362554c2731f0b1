namespace FlowLogs.Scanning;

/// <summary>
/// A line that is no flow log record of its format, or a warning about one; the lines around it are not concerned.
/// </summary>
public sealed class FlowLineException : FlowLogException
{
    private const int ShownLength = 300;

    internal FlowLineException(string errorId, string source, long lineNumber, string line, string reason, string? fieldName = null, FlowErrorKind kind = FlowErrorKind.InvalidData)
        : base(errorId, kind, $"{source}, line {lineNumber}: {reason} The line is: {Show(line)}", line)
    {
        SourceName = source;
        LineNumber = lineNumber;
        Line = line;
        FieldName = fieldName;
    }

    /// <summary>The file, log stream or other source.</summary>
    public string SourceName { get; }

    /// <summary>The line's number in its source, from 1.</summary>
    public long LineNumber { get; }

    /// <summary>The line's text.</summary>
    public string Line { get; }

    /// <summary>The field that is wrong, where it is one field.</summary>
    public string? FieldName { get; }

    private static string Show(string line) =>
        TerminalText.Show(line.Length <= ShownLength ? line : string.Concat(line.AsSpan(0, ShownLength), "..."));
}
