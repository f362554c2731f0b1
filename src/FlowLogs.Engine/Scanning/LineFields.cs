namespace FlowLogs.Scanning;

/// <summary>A line with single blanks between its fields, and where each field ends.</summary>
internal readonly ref struct LineFields(ReadOnlySpan<byte> line, ReadOnlySpan<ushort> ends)
{
    private readonly ReadOnlySpan<ushort> _ends = ends;

    public ReadOnlySpan<byte> Line { get; } = line;

    /// <summary>The text of a field.</summary>
    public ReadOnlySpan<byte> this[int column]
    {
        get
        {
            var start = column == 0 ? 0 : _ends[column - 1] + 1;
            return Line[start.._ends[column]];
        }
    }

    /// <summary>A field's text with all that follows it in the line, for reading several bytes at once.</summary>
    public ReadOnlySpan<byte> From(int column, out int length)
    {
        var start = column == 0 ? 0 : _ends[column - 1] + 1;
        length = _ends[column] - start;
        return Line[start..];
    }
}
