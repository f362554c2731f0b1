using FlowLogs.Records;

namespace FlowLogs.Scanning;

/// <summary>A format that lines of a source may have, with what is made of it once: the test, and how fields are separated.</summary>
internal sealed class LineLayout(FlowLogFormat format, bool hasCommas, LineTest? test)
{
    /// <summary>A line whose numbers do not fit; see <see cref="Rate"/>.</summary>
    public const int BadNumber = int.MaxValue;

    public FlowLogFormat Format => format;

    public bool HasCommas => hasCommas;

    /// <summary>What lines of this format must pass to become records; null: all do.</summary>
    public LineTest? Test => test;

    /// <summary>Whether lines with this number of fields may have another format too.</summary>
    public bool HasRivals
    {
        get => field;
        set
        {
            field = value;
            var isPlain = !value && !hasCommas && format.Fields.Count > 1 && format.NumberColumns.Length > 0
                && (test?.NeededField is null || NeededColumn >= 0);
            PlainCount = isPlain ? format.Fields.Count : 0;
        }
    }

    /// <summary>
    /// How many fields a line has that is a record of this format beyond doubt; 0 where there always is one. Two fields with
    /// a blank between them are no JSON, and a number no name.
    /// </summary>
    public int PlainCount { get; private set; }

    /// <summary>The column of a field that must not be missing in such a line; -1 if there is none.</summary>
    public int NeededColumn { get; } = test?.NeededField is { } needed ? format.ColumnOf(needed) : -1;

    /// <summary>What its lines look like nearly always.</summary>
    public PlainShape Shape { get; } = new(format);

    // A line without any may follow a header with commas.
    private bool SplitsAtCommas(ReadOnlySpan<byte> line) =>
        hasCommas && line.Contains((byte)',') && line.Length <= LineScanner.MaxLineLength - format.Fields.Count;

    /// <summary>How long a copy <see cref="Split"/> needs of a line; 0 for none.</summary>
    public int CopyLength(ReadOnlySpan<byte> line) =>
        SplitsAtCommas(line) || FieldSplitter.NeedsCopy(line) ? line.Length + format.Fields.Count : 0;

    /// <summary>Finds the end of each field.</summary>
    /// <param name="line">The line.</param>
    /// <param name="copy">Room for a copy, of just the length that <see cref="CopyLength"/> gives.</param>
    /// <param name="ends">Takes the ends; as many as the format has fields.</param>
    /// <param name="single">The line with single blanks, which may be the copy.</param>
    /// <returns>The number of fields, or one more than the format has when there are more.</returns>
    public int Split(ReadOnlySpan<byte> line, Span<byte> copy, Span<ushort> ends, out ReadOnlySpan<byte> single)
    {
        single = line;
        if (copy.IsEmpty)
            return FieldSplitter.Split(line, ends);
        return SplitsAtCommas(line)
            ? FieldSplitter.SplitCommas(line, copy, ends, out single)
            : FieldSplitter.SplitCopy(line, copy, ends, out single);
    }

    /// <summary>How many fields a line has.</summary>
    public int CountFields(ReadOnlySpan<byte> line) =>
        SplitsAtCommas(line) ? line.Count((byte)',') + 1 : FieldSplitter.Count(line);

    /// <summary>The column of the first field that should be a number and is none of its type; -1 if there is none.</summary>
    public int FindBadNumber(in LineFields fields, out FieldNumber.Result result)
    {
        result = FieldNumber.Result.Ok;
        foreach (var column in format.NumberColumns)
        {
            var text = fields[column];
            if (text.Length == 1 && text[0] == '-')
                continue;
            result = FieldNumber.Check(text, format.Fields[column].Type);
            if (result != FieldNumber.Result.Ok)
                return column;
        }

        return -1;
    }

    /// <summary>
    /// How badly a line fits, whose number of fields does: 0 where nothing speaks against it, else how many fields have
    /// what AWS does not write there, or <see cref="BadNumber"/>.
    /// </summary>
    public int Rate(in LineFields fields)
    {
        if (FindBadNumber(fields, out _) >= 0)
            return BadNumber;
        var misfits = 0;
        for (var column = 0; column < format.Fields.Count; column++)
        {
            if (!FieldLikeness.IsLikely(format.Fields[column].Id, fields[column]))
                misfits++;
        }

        return misfits;
    }
}
