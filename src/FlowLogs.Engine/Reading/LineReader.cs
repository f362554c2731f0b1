using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Reading;

/// <summary>Joins the scanner of one source with what is wanted of its records.</summary>
public sealed class LineReader
{
    private readonly string _source;
    private readonly FlowReadOptions _options;
    private readonly LineScanner _scanner;
    private long _lineNumber;
    private bool _toldOfMissingTime;

    /// <summary>Makes a reader of one source.</summary>
    /// <param name="source">The source's name, for messages.</param>
    /// <param name="options">What is wanted of it.</param>
    public LineReader(string source, FlowReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _source = source;
        _options = options;
        _scanner = new LineScanner(source, options.Format, WantedTest.Of(options));
    }

    /// <summary>Reads lines that are separated by line feeds.</summary>
    /// <param name="block">The lines in UTF-8.</param>
    /// <param name="items">Takes the records and problems, in the order of the lines.</param>
    public void Read(ReadOnlySpan<byte> block, ICollection<ReadItem> items)
    {
        while (!block.IsEmpty)
        {
            var end = block.IndexOf((byte)'\n');
            ReadLine(end < 0 ? block : block[..end], null, items);
            block = end < 0 ? [] : block[(end + 1)..];
        }
    }

    /// <summary>To be called at the end of the source.</summary>
    /// <param name="items">Takes what there is still to report.</param>
    public void Finish(ICollection<ReadItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (_scanner.Finish() is { } rest)
            items.Add(new ReadItem(rest));
    }

    /// <summary>Reads one line, which may come with what CloudWatch Logs knows of it.</summary>
    internal void ReadLine(ReadOnlySpan<byte> line, RecordOrigin? origin, ICollection<ReadItem> items)
    {
        _lineNumber++;
        var record = _scanner.Scan(line, _lineNumber, origin, out var problem);
        if (problem is not null)
            items.Add(new ReadItem(problem));
        else if (record is not null && HasStart(record, items))
            items.Add(new ReadItem(record));
    }

    // A time range lets records without a start pass, so that they are told of before they are left out.
    private bool HasStart(FlowLogRecord record, ICollection<ReadItem> items)
    {
        if ((_options.StartTime is null && _options.EndTime is null) || record.Start is not null)
            return true;
        if (!_toldOfMissingTime)
        {
            _toldOfMissingTime = true;
            items.Add(new ReadItem(new FlowLogException(
                "NoStartField",
                FlowErrorKind.InvalidData,
                $"{_source} has records without a start field, so that a time range cannot choose among them; they are left out.",
                _source)));
        }

        return false;
    }
}
