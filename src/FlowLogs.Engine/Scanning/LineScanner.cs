using System.Globalization;
using System.Text;
using FlowLogs.Records;

namespace FlowLogs.Scanning;

/// <summary>
/// Makes records of the lines of one source: finds formats in header lines, chooses the one that a line fits, splits it
/// into fields, takes off the time of an export task where it is one field too many, checks the numbers. Holds what has
/// been seen of the source so far, so one serves one source.
/// </summary>
internal sealed partial class LineScanner
{
    /// <summary>The longest line that is read, in bytes; field ends are kept in two bytes each.</summary>
    public const int MaxLineLength = ushort.MaxValue;

    private readonly RecordSlab _slab = new();
    private readonly BadLines _bad;
    private readonly SourceLayouts _layouts;
    private bool _toldOfRivals;

    /// <param name="source">The source's name, for messages.</param>
    /// <param name="formats">The formats its lines may have; none where they are not known.</param>
    /// <param name="makeTest">Gives the test that lines of a format must pass to become records; null: all do.</param>
    public LineScanner(string source, IReadOnlyList<FlowLogFormat> formats, Func<FlowLogFormat, LineTest>? makeTest = null)
    {
        _bad = new BadLines(source);
        _layouts = new SourceLayouts(formats, makeTest);
    }

    /// <summary>How many lines were no records so far.</summary>
    public long BadLines => _bad.Total;

    /// <summary>
    /// Reads one line. Both results are null for a blank line, a header line, a record that does not pass the test, and a
    /// bad line past the number of those that are reported.
    /// </summary>
    /// <param name="line">The line as <see cref="Trim"/> gives it.</param>
    /// <param name="lineNumber">Its number, from 1.</param>
    /// <param name="origin">What CloudWatch Logs knows of the event, where it came from there.</param>
    /// <param name="problem">Why the line is no record, or a warning about the record.</param>
    public FlowLogRecord? Scan(scoped ReadOnlySpan<byte> line, long lineNumber, in RecordOrigin origin, out FlowLineException? problem)
    {
        problem = null;
        if (line.Length > MaxLineLength)
        {
            problem = Reject("LineTooLong", lineNumber, line, $"the line has more than {MaxLineLength:N0} bytes.");
            return null;
        }

        if (line.IsEmpty)
            return null;
        if (IsHeader(line, lineNumber, out problem))
            return null;

        var layout = _layouts.Current;
        Span<ushort> bounds = stackalloc ushort[layout.Format.Fields.Count + 1];
        Span<byte> copy = stackalloc byte[layout.CopyLength(line)];
        var found = layout.Split(line, copy, bounds, out var single);
        var fields = new LineFields(single, bounds);
        return found == fields.Count && !layout.HasRivals && layout.FindBadNumber(fields, out _) < 0
            ? Make(layout, fields, origin)
            : ScanDoubtful(line, lineNumber, origin, out problem);
    }

    /// <summary>Makes a record of a row, for a source with one format.</summary>
    /// <param name="fields">The row, as many fields as the format has.</param>
    /// <param name="rowNumber">Its number, from 1.</param>
    /// <param name="problem">Why the row is no record.</param>
    public FlowLogRecord? ScanRow(scoped in LineFields fields, long rowNumber, out FlowLineException? problem)
    {
        problem = null;
        var layout = _layouts.Current;
        if (layout.FindBadNumber(fields, out _) < 0)
            return Make(layout, fields, origin: default);
        problem = RejectNumber(layout, fields, rowNumber, fields.Line);
        return null;
    }

    /// <summary>Counts a bad line. Gives the problem, or null past the number of those that are reported.</summary>
    public FlowLineException? Reject(string errorId, long lineNumber, ReadOnlySpan<byte> line, string reason) =>
        _bad.Add(errorId, lineNumber, line, reason);

    /// <summary>At the end of the source: the bad lines that were not reported one by one.</summary>
    public IEnumerable<FlowLogException> Finish() =>
        _bad.Finish(_layouts.IsGuess ? " If the log has a format of its own, give it with -Format." : string.Empty);

    /// <summary>Takes off a byte order mark, and blanks and line ends around the line.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("\uFEFF"u8))
            line = line[3..];
        return line.Trim(" \t\r\n"u8);
    }

    private bool IsHeader(ReadOnlySpan<byte> line, long lineNumber, out FlowLineException? problem)
    {
        problem = null;
        try
        {
            if (FlowLogFormat.FromHeader(line, out var hasCommas) is not { } header)
                return false;
            _layouts.Enter(header, hasCommas);
        }
        catch (FlowLogException e)
        {
            problem = Reject("InvalidHeader", lineNumber, line, e.Message);
        }

        return true;
    }

    // A line that the last line's format does not fit, or not alone.
    private FlowLogRecord? ScanDoubtful(scoped ReadOnlySpan<byte> line, long lineNumber, in RecordOrigin origin, out FlowLineException? problem)
    {
        problem = null;
        var whole = line;
        var known = origin;
        Span<byte> copy = stackalloc byte[line.Length + FlowLogFormat.MaxFields];
        Span<ushort> bounds = stackalloc ushort[FlowLogFormat.MaxFields + 1];
        var layout = Choose(line, copy, bounds, out var isGood, out var rival);
        if (!isGood && ExportStamp.TryTake(ref line, out var time))
        {
            if (Choose(line, copy, bounds, out isGood, out rival) is { } other && (isGood || layout is null))
            {
                layout = other;
                if (known.IsNone)
                    known = new RecordOrigin(logGroupName: null, logStreamName: null, eventId: null, time, ingestionTime: null);
            }
            else
            {
                line = whole;
            }
        }

        if (layout is null)
        {
            var count = _layouts.Current.CountFields(whole);
            problem = _bad.AddCount(count, lineNumber, whole, DescribeCount(count));
            return null;
        }

        bounds = bounds[..(layout.Format.Fields.Count + 1)];
        layout.Split(line, copy[..layout.CopyLength(line)], bounds, out var single);
        var fields = new LineFields(single, bounds);
        if (!isGood)
        {
            problem = RejectNumber(layout, fields, lineNumber, whole);
            return null;
        }

        _layouts.Current = layout;
        if (rival is not null && !_toldOfRivals)
        {
            _toldOfRivals = true;
            problem = _bad.Describe("AmbiguousFormat", lineNumber, whole, DescribeRivals(layout, rival), kind: FlowErrorKind.Warning);
        }

        return Make(layout, fields, known);
    }

    // The format that a line fits best among those with its number of fields; null where none has it. Where its numbers do
    // not fit, it is not good. A rival fits as well.
    private LineLayout? Choose(ReadOnlySpan<byte> line, Span<byte> copy, Span<ushort> bounds, out bool isGood, out LineLayout? rival)
    {
        LineLayout? best = null;
        var bestRating = LineLayout.BadNumber;
        rival = null;
        foreach (var layout in _layouts.All)
        {
            var part = bounds[..(layout.Format.Fields.Count + 1)];
            if (layout.Split(line, copy[..layout.CopyLength(line)], part, out var single) != layout.Format.Fields.Count)
                continue;
            var rating = layout.Rate(new LineFields(single, part));
            if (best is null || rating < bestRating)
                (best, bestRating, rival) = (layout, rating, null);
            else if (rating == bestRating)
                rival ??= layout;
            if (_layouts.IsHeader(layout))
                break;
        }

        isGood = bestRating != LineLayout.BadNumber;
        return best;
    }

    // A line that is no record is told of whatever the test would say; so the test comes last.
    private FlowLogRecord? Make(LineLayout layout, scoped in LineFields fields, in RecordOrigin origin) =>
        layout.Test?.IsMatch(fields) == false ? null : _slab.Add(fields, layout.Format, origin);

    private FlowLineException? RejectNumber(LineLayout layout, in LineFields fields, long lineNumber, ReadOnlySpan<byte> line)
    {
        var column = layout.FindBadNumber(fields, out var result);
        var name = layout.Format.Fields[column].Name;
        var text = Encoding.UTF8.GetString(fields[column]);
        return result == FieldNumber.Result.NotANumber
            ? _bad.Add("BadInteger", lineNumber, line, $"the field {name} has \"{text}\", which is not a whole number.", name)
            : _bad.Add("IntegerRange", lineNumber, line, $"the field {name} has {text}, which is out of the range of its type.", name);
    }

    private string DescribeCount(int found)
    {
        var counts = _layouts.All.Select(static layout => layout.Format.Fields.Count).Distinct().ToList();
        var wanted = string.Join(" or ", counts);
        var has = string.Create(CultureInfo.InvariantCulture, $"the line has {found} {(found == 1 ? "field" : "fields")}");
        if (_layouts.IsGuess)
            return $"{has}, the default formats have {wanted}; if the log has a format of its own, give it with -Format.";
        return counts.Count == 1 ? $"{has}, its format has {wanted}." : $"{has}, the formats of the log have {wanted}.";
    }

    private static string DescribeRivals(LineLayout layout, LineLayout rival) =>
        $"the line fits two formats and was read as \"{layout.Format}\", as will be others that also fit \"{rival.Format}\"; "
        + "give only the right one with -Format, or first.";
}
