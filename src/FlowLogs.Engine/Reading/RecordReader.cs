using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Reading;

/// <summary>
/// Joins the scanner of one source with what is wanted of its records. It takes lines, whatever they came in, and serves
/// all that one source has of them.
/// </summary>
internal sealed class RecordReader
{
    private readonly FlowReadOptions _options;
    private readonly SourceTally _tally;
    private readonly LineScanner _scanner;
    private readonly StartCheck _start;
    private LineIndex? _innerIndex;
    private LineSink? _sink;

    public RecordReader(string source, FlowReadOptions options)
    {
        _options = options;
        _tally = options.Tally?.OpenSource() ?? new SourceTally();
        _sink = options.Sinks?.Rent();
        _scanner = new LineScanner(source, options.Formats, WantedTest.Of(options, _tally));
        _start = new StartCheck(options, source);
    }

    /// <summary>The format of lines that leave no doubt; see <see cref="LineScanner.PlainFormat"/>.</summary>
    public FlowLogFormat? PlainFormat => _scanner.PlainFormat;

    /// <summary>Whether such lines are read in the same way here; see <see cref="LineScanner.Accepts"/>.</summary>
    public bool Accepts(FlowLogFormat format) => _scanner.Accepts(format);

    /// <summary>What lines are to be split with for <see cref="ReadRun"/> and <see cref="TryRead"/>. Rows need none.</summary>
    public LineIndex Index => field ??= LineIndexes.Create();

    /// <summary>Reads the next lines, as many as are nothing but records beyond doubt, and says how many these are.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="origins">What is known of the lines' events.</param>
    /// <param name="items">Takes the records, unless there is a sink.</param>
    public int ReadRun(ref LineSplitter lines, in EventOrigins origins, ICollection<ReadItem> items)
    {
        var run = _scanner.ScanRun(ref lines, out var chosen);
        _tally.Events += run.Count;
        if (_sink is null)
        {
            foreach (var line in chosen)
                items.Add(new ReadItem(_scanner.Make(run[line], origins[line])));
        }
        else if (PlainFormat is { } format)
        {
            _sink.Add(format, run, chosen);
        }

        return run.Count;
    }

    /// <summary>Reads a line that is nothing but a record beyond doubt. False for all others.</summary>
    public bool TryRead(scoped in LineSplitter line, in RecordOrigin origin, ICollection<ReadItem> items)
    {
        if (!_scanner.TryScan(line, origin, _sink, out var record))
            return false;
        _tally.Events++;
        if (record is not null)
            items.Add(new ReadItem(record));
        return true;
    }

    /// <summary>Reads a line that was trimmed.</summary>
    public void Read(ReadOnlySpan<byte> line, long lineNumber, in RecordOrigin origin, ICollection<ReadItem> items)
    {
        // While the lines of a block go by, one of them may have others in it.
        var split = new LineSplitter(line, _innerIndex ??= LineIndexes.Create());
        if (!split.MoveNext() || split.Next < line.Length || !TryRead(split, origin, items))
            ReadAny(line, lineNumber, origin, items);
    }

    /// <summary>Reads a line that was trimmed and about which there is a doubt.</summary>
    public void ReadAny(ReadOnlySpan<byte> line, long lineNumber, in RecordOrigin origin, ICollection<ReadItem> items)
    {
        var record = _scanner.Scan(line, lineNumber, origin, out var problem);
        Add(record, problem, items);
    }

    /// <summary>Reads a row with as many fields as the format has.</summary>
    public void ReadRow(RowWriter row, long rowNumber, ICollection<ReadItem> items)
    {
        if (row.IsTooLong)
        {
            Reject("LineTooLong", rowNumber, row.Line, $"the row has more than {LineScanner.MaxLineLength:N0} bytes.", items);
            return;
        }

        var record = _scanner.ScanRow(row.Fields, rowNumber, out var problem);
        Add(record, problem, items);
    }

    /// <summary>Reports what is not a line of a record's.</summary>
    public void Reject(string errorId, long lineNumber, ReadOnlySpan<byte> text, string reason, ICollection<ReadItem> items)
    {
        if (_scanner.Reject(errorId, lineNumber, text, reason) is { } problem)
            items.Add(new ReadItem(problem));
        _tally.LinesSkipped = _scanner.BadLines;
    }

    /// <summary>At the end of the source.</summary>
    public void Finish(ICollection<ReadItem> items)
    {
        foreach (var rest in _scanner.Finish())
            items.Add(new ReadItem(rest));
        Release();
    }

    /// <summary>Gives back what others can use. To be called when nothing more is read.</summary>
    public void Release()
    {
        if (_sink is null)
            return;
        _options.Sinks!.Return(_sink);
        _sink = null;
    }

    private void Add(FlowLogRecord? record, FlowLineException? problem, ICollection<ReadItem> items)
    {
        _tally.Events++;
        _tally.LinesSkipped = _scanner.BadLines;
        if (problem is not null)
            items.Add(new ReadItem(problem));
        if (record is null)
            return;
        if (!_start.Passes(record, out var unknown))
        {
            if (unknown is not null)
                items.Add(new ReadItem(unknown));
        }
        else if (_sink is null)
        {
            items.Add(new ReadItem(record));
        }
        else
        {
            _sink.Add(record);
        }
    }
}
