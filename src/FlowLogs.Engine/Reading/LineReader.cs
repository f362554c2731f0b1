using FlowLogs.Reading.Payloads;
using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Reading;

/// <summary>
/// Reads the lines of one source. A line is a record, or the beginning of JSON, which may have several lines, or data in
/// Base64; what records there are in these, <see cref="ValueReader"/> and <see cref="PayloadReader"/> find.
/// </summary>
public sealed partial class LineReader
{
    private readonly RecordReader _records;
    private readonly PayloadReader _payloads;
    private readonly ValueReader _values;
    private long _lineNumber;
    private long _plainLines;
    private bool _inLine;

    /// <summary>Makes a reader of one source.</summary>
    /// <param name="source">The source's name, for messages.</param>
    /// <param name="options">What is wanted of it.</param>
    public LineReader(string source, FlowReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _records = new RecordReader(source, options);
        _payloads = new PayloadReader(_records, options.MaxPayloadLength);
        _values = new ValueReader(_records, _payloads, options.MaxPayloadLength);
    }

    /// <summary>Whether what has been read so far ends inside a JSON object or array.</summary>
    internal bool IsInObject => _values.IsInObject;

    // What CloudWatch Logs leaves in a bucket when it has tried whether an export task may write there.
    private static ReadOnlySpan<byte> ExportTest => "Permission Check Successful"u8;

    /// <summary>Whether most lines so far were records beyond doubt.</summary>
    internal bool IsMostlyPlain => _plainLines > _lineNumber / 2;

    /// <summary>The format of lines that leave no doubt; see <see cref="LineScanner.PlainFormat"/>.</summary>
    internal FlowLogFormat? PlainFormat => _records.PlainFormat;

    /// <summary>Reads lines that are separated by line feeds. The end of the block is the end of a line.</summary>
    /// <param name="block">The lines in UTF-8.</param>
    /// <param name="items">Takes the records and problems, in the order of the lines.</param>
    public void Read(ReadOnlySpan<byte> block, ICollection<ReadItem> items)
    {
        ReadPart(block, items);
        if (_inLine)
            _values.AppendLineFeed();
        _inLine = false;
    }

    /// <summary>Reads the message of an event: a line, or some, or a JSON object with such a message.</summary>
    /// <param name="message">The message in UTF-8.</param>
    /// <param name="origin">What CloudWatch Logs knows of the event.</param>
    /// <param name="items">Takes the records and problems.</param>
    public void ReadEvent(ReadOnlySpan<byte> message, in RecordOrigin origin, ICollection<ReadItem> items) =>
        _payloads.ReadEvent(message, ++_lineNumber, origin, items);

    /// <summary>To be called at the end of the source.</summary>
    /// <param name="items">Takes what there is still to report.</param>
    public void Finish(ICollection<ReadItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        _values.End("the JSON breaks off.", items);
        _records.Finish(items);
    }

    /// <summary>As <see cref="Read"/>, but the block may end inside a line if that is inside a JSON object or array.</summary>
    internal void ReadPart(ReadOnlySpan<byte> block, ICollection<ReadItem> items)
    {
        var lines = new LineSplitter(block, _records.Index);
        while (true)
        {
            if (!_inLine && !IsInObject)
            {
                var count = _records.ReadRun(ref lines, origins: default, items);
                _lineNumber += count;
                _plainLines += count;
            }

            if (!lines.MoveNext())
                return;
            if (!_inLine)
            {
                _lineNumber++;
                if (!IsInObject && _records.TryRead(lines, origin: default, items))
                {
                    _plainLines++;
                    continue;
                }
            }

            var line = lines.Line;
            if (IsInObject)
                line = _values.Continue(line, _lineNumber, isWholeLine: !_inLine, items);
            ReadLine(line, items);
            _inLine = !lines.HasLineFeed && IsInObject;
            if (!_inLine)
                _values.AppendLineFeed();
        }
    }

    /// <summary>Whether plain lines of a format are records here, too, whatever was before them.</summary>
    internal bool Accepts(FlowLogFormat format) => _records.Accepts(format);

    /// <summary>Counts lines that somebody else has read.</summary>
    internal void Skip(long lines) => _lineNumber += lines;

    /// <summary>To be called before a line that is no JSON: what has begun as JSON is broken there.</summary>
    internal void BreakObject(ICollection<ReadItem> items) => _values.End("it is not a JSON object.", items);

    private void ReadLine(ReadOnlySpan<byte> line, ICollection<ReadItem> items)
    {
        var trimmed = LineScanner.Trim(line);
        if (trimmed.IsEmpty)
            return;

        // A record begins with a digit nearly always.
        if (trimmed[0] > '9')
        {
            if (trimmed[0] is (byte)'{' or (byte)'[')
            {
                // The line may break off inside a string, whose blanks count.
                _values.Begin(line[line.IndexOf(trimmed[0])..], _lineNumber, items);
                return;
            }

            if (trimmed.StartsWith(PayloadData.GzipInBase64) && !trimmed.ContainsAny((byte)' ', (byte)'\t'))
            {
                _payloads.ReadData(trimmed, _lineNumber, items);
                return;
            }

            if (trimmed.SequenceEqual(ExportTest))
                return;
        }

        _records.ReadAny(trimmed, _lineNumber, origin: default, items);
    }
}
