using System.Text;
using FlowLogs.Records;

namespace FlowLogs.Scanning;

/// <summary>
/// Makes records of the lines of one source: finds its format in a header line, splits a line into fields, takes off the
/// time of an export task where it is one field too many, checks the numbers. Holds what has been seen of the source so
/// far, so one serves one source.
/// </summary>
internal sealed class LineScanner
{
    /// <summary>The longest line that is read, in bytes; field ends are kept in two bytes each.</summary>
    public const int MaxLineLength = ushort.MaxValue;

    /// <summary>How many lines of one source are reported one by one; of the rest only the number is told.</summary>
    public const int MaxReported = 100;

    private readonly string _source;
    private readonly RecordSlab _slab = new();
    private readonly Func<FlowLogFormat, LineTest>? _makeTest;
    private FlowLogFormat _format;
    private LineTest? _test;
    private bool _formatIsGuess;
    private bool _hasCommas;

    /// <param name="source">The source's name, for messages.</param>
    /// <param name="format">The format, or null: the default, until a header line tells otherwise.</param>
    /// <param name="makeTest">Gives the test that lines of a format must pass to become records; null: all do.</param>
    public LineScanner(string source, FlowLogFormat? format, Func<FlowLogFormat, LineTest>? makeTest = null)
    {
        _source = source;
        _format = format ?? FlowLogFormat.Default;
        _formatIsGuess = format is null;
        _makeTest = makeTest;
        _test = makeTest?.Invoke(_format);
    }

    /// <summary>How many lines were no records so far.</summary>
    public long BadLines { get; private set; }

    /// <summary>
    /// Reads one line. Both results are null for a blank line, a header line, a record that does not pass the test, and a
    /// bad line past the number of those that are reported.
    /// </summary>
    /// <param name="line">The line as <see cref="Trim"/> gives it.</param>
    /// <param name="lineNumber">Its number, from 1.</param>
    /// <param name="origin">What CloudWatch Logs knows of the event, where it came from there.</param>
    /// <param name="problem">Why the line is no record.</param>
    public FlowLogRecord? Scan(scoped ReadOnlySpan<byte> line, long lineNumber, RecordOrigin? origin, out FlowLineException? problem)
    {
        problem = null;
        if (line.Length > MaxLineLength)
        {
            problem = Reject("LineTooLong", lineNumber, line, $"the line has more than {MaxLineLength:N0} bytes.");
            return null;
        }

        if (line.IsEmpty)
            return null;
        if (FlowLogFormat.FromHeader(line, out var hasCommas) is { } header)
        {
            _format = header;
            _hasCommas = hasCommas;
            _formatIsGuess = false;
            _test = _makeTest?.Invoke(header);
            return null;
        }

        var format = _format;
        var count = format.Fields.Count;
        Span<int> ends = stackalloc int[count];
        var whole = line;
        var byCommas = _hasCommas && line.Contains((byte)',') && line.Length <= MaxLineLength - count;
        Span<byte> copy = stackalloc byte[byCommas || FieldSplitter.NeedsCopy(line) ? line.Length + count : 0];
        var found = byCommas ? FieldSplitter.SplitCommas(line, copy, ends, out line)
            : copy.IsEmpty ? FieldSplitter.Split(line, ends)
            : FieldSplitter.SplitCopy(line, copy, ends, out line);
        if (!byCommas)
            whole = line;
        long? stamp = null;
        if (found > count && ExportStamp.TryTake(ref line, out var time))
        {
            stamp = time;
            found = FieldSplitter.Split(line, ends);
        }

        if (found != count)
        {
            problem = Reject("FieldCount", lineNumber, whole, DescribeCount(found));
            return null;
        }

        foreach (var column in format.NumberColumns)
        {
            var text = new LineFields(line, ends)[column];
            if (text.Length == 1 && text[0] == '-')
                continue;
            var field = format.Fields[column];
            var result = FieldNumber.Check(text, field.Type);
            if (result == FieldNumber.Result.Ok)
                continue;
            problem = result == FieldNumber.Result.NotANumber
                ? Reject("BadInteger", lineNumber, whole, $"the field {field.Name} has \"{Encoding.UTF8.GetString(text)}\", which is not a whole number.", field.Name)
                : Reject("IntegerRange", lineNumber, whole, $"the field {field.Name} has {Encoding.UTF8.GetString(text)}, which is out of the range of its type.", field.Name);
            return null;
        }

        // A line that is no record is told of whatever the test would say; so the test comes last.
        if (_test?.IsMatch(new LineFields(line, ends)) == false)
            return null;
        if (stamp is { } timestamp)
            origin ??= new RecordOrigin(LogGroupName: null, LogStreamName: null, EventId: null, timestamp, IngestionTime: null);
        return _slab.Add(line, ends, format, origin);
    }

    /// <summary>Counts a bad line. Gives the problem, or null past the number of those that are reported.</summary>
    public FlowLineException? Reject(string errorId, long lineNumber, ReadOnlySpan<byte> line, string reason, string? fieldName = null)
    {
        if (++BadLines > MaxReported)
            return null;
        var shown = line.Length > MaxLineLength ? line[..MaxLineLength] : line;
        return new FlowLineException(errorId, _source, lineNumber, Encoding.UTF8.GetString(shown), reason, fieldName);
    }

    /// <summary>At the end of the source: how many bad lines were not reported one by one, as one problem; or null.</summary>
    public FlowLogException? Finish() => BadLines <= MaxReported
        ? null
        : new FlowLogException(
            "MoreBadLines",
            FlowErrorKind.InvalidData,
            $"{_source}: {BadLines - MaxReported:N0} more lines could not be read as flow log records ({BadLines:N0} in all).",
            _source);

    /// <summary>Takes off a byte order mark, and blanks and line ends around the line.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("\uFEFF"u8))
            line = line[3..];
        return line.Trim(" \t\r\n"u8);
    }

    private string DescribeCount(int found)
    {
        var count = _format.Fields.Count;
        var number = found > count ? $"more than {count}" : found.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return _formatIsGuess
            ? $"the line has {number} fields, the default format has {count}; if the log has a format of its own, give it with -Format."
            : $"the line has {number} fields, its format has {count}.";
    }
}
