using System.Buffers;
using FlowLogs.Reading.Payloads;
using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Reading;

/// <summary>
/// Reads the lines of one source. A line is a record, or the beginning of JSON, which may have several lines, or data in
/// Base64; what records there are in these, <see cref="PayloadReader"/> finds.
/// </summary>
public sealed class LineReader
{
    private readonly RecordReader _records;
    private readonly PayloadReader _payloads;
    private readonly int _maxLength;
    private PendingObject? _pending;
    private ListKind _list;
    private long _listLineNumber;
    private long _lineNumber;
    private long _plainLines;
    private bool _inLine;

    /// <summary>Makes a reader of one source.</summary>
    /// <param name="source">The source's name, for messages.</param>
    /// <param name="options">What is wanted of it.</param>
    public LineReader(string source, FlowReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _maxLength = options.MaxPayloadLength;
        _records = new RecordReader(source, options);
        _payloads = new PayloadReader(_records, _maxLength);
    }

    // A JSON array whose elements are read one after another, so that it may be of any size.
    private enum ListKind
    {
        None,
        Array,
        Events,
    }

    /// <summary>Whether what has been read so far ends inside a JSON object or array.</summary>
    internal bool IsInObject => _pending is not null || _list != ListKind.None;

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
            _pending?.AppendLineFeed();
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
        if (_pending is { } pending)
            _records.Reject("InvalidJson", pending.LineNumber, pending.Text, "the JSON breaks off.", items);
        else if (_list != ListKind.None)
            RejectList(items);
        _pending = null;
        _list = ListKind.None;
        _records.Finish(items);
    }

    /// <summary>As <see cref="Read"/>, but the block may end inside a line if that is inside a JSON object or array.</summary>
    internal void ReadPart(ReadOnlySpan<byte> block, ICollection<ReadItem> items)
    {
        var lines = new LineSplitter(block, _records.Index);
        while (lines.MoveNext())
        {
            if (!_inLine)
            {
                _lineNumber++;
                if (!IsInObject && _records.TryRead(lines, origin: default, items))
                {
                    _plainLines++;
                    continue;
                }
            }

            ReadAny(lines.Line, items);
            _inLine = !lines.HasLineFeed && IsInObject;
            if (!_inLine)
                _pending?.AppendLineFeed();
        }
    }

    /// <summary>Whether plain lines of a format are records here, too, whatever was before them.</summary>
    internal bool Accepts(FlowLogFormat format) => _records.Accepts(format);

    /// <summary>Counts lines that somebody else has read.</summary>
    internal void Skip(long lines) => _lineNumber += lines;

    /// <summary>To be called before a line that is no JSON: what has begun as JSON is broken there.</summary>
    internal void BreakObject(ICollection<ReadItem> items)
    {
        if (_pending is { } pending)
            _records.Reject("InvalidJson", pending.LineNumber, pending.Text, "it is not a JSON object.", items);
        else if (_list != ListKind.None)
            RejectList(items);
        _pending = null;
        _list = ListKind.None;
    }

    // A line, or a part of one, that may be anything.
    private void ReadAny(ReadOnlySpan<byte> line, ICollection<ReadItem> items)
    {
        if (_pending is not null)
            Continue(_pending, line, items);
        else if (_list != ListKind.None)
            ReadValues(line, items, isWholeLine: !_inLine);
        else
            ReadLine(line, items);
    }

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
                ReadValues(line[line.IndexOf(trimmed[0])..], items);
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

    // Values one after another, as Firehose writes them, or in a list. The last one may go on in the next line or part of it.
    private void ReadValues(ReadOnlySpan<byte> text, ICollection<ReadItem> items, bool isWholeLine = false)
    {
        for (; ; isWholeLine = false)
        {
            text = text.TrimStart(_list == ListKind.None ? " \t\r"u8 : ", \t\r"u8);
            if (text.IsEmpty)
                return;
            var isTail = _list == ListKind.Events && text[0] == ']';
            if (_list != ListKind.None && text[0] == ']')
            {
                text = text[1..];
                _list = ListKind.None;
                if (!isTail)
                    continue;
            }
            else if (_list == ListKind.None && JsonObjects.OpensList(text) is > 0 and var opening)
            {
                _list = text[0] == '[' ? ListKind.Array : ListKind.Events;
                _listLineNumber = _lineNumber;
                text = text[opening..];
                continue;
            }

            // After the events of an answer comes the rest of its object, which has nothing.
            var state = isTail ? JsonObjects.AfterEvents : default;
            var length = 0;
            var isValue = isTail || text[0] == '{' || (_list != ListKind.None && text[0] is (byte)'[' or (byte)'"');
            switch (isValue ? JsonObjects.FindEnd(text, ref state, ref length) : OperationStatus.InvalidData)
            {
                case OperationStatus.Done:
                    if (!isTail)
                        _payloads.ReadValue(text[..length], _lineNumber, items);
                    text = text[length..];
                    break;
                case OperationStatus.NeedMoreData:
                    _pending = new PendingObject(_lineNumber, state, length, isTail);
                    _pending.Append(text);
                    return;
                case var _ when isWholeLine:
                    // The line where the list turns out to be broken may be a good one.
                    RejectList(items);
                    ReadLine(text, items);
                    return;
                default:
                    _list = ListKind.None;
                    _records.Reject("InvalidJson", _lineNumber, LineScanner.Trim(text), "it is not a JSON object.", items);
                    return;
            }
        }
    }

    private void RejectList(ICollection<ReadItem> items)
    {
        _list = ListKind.None;
        _records.Reject("InvalidJson", _listLineNumber, "["u8, "the JSON array breaks off.", items);
    }

    private void Continue(PendingObject pending, ReadOnlySpan<byte> line, ICollection<ReadItem> items)
    {
        var isShort = pending.IsShort;
        pending.Append(line);
        if (isShort && !pending.IsTail && _list == ListKind.None && JsonObjects.OpensList(pending.Text) > 0)
        {
            _pending = null;
            ReadValues(pending.Text, items);
            return;
        }

        var status = pending.FindEnd();
        if (status == OperationStatus.NeedMoreData && pending.Text.Length <= _maxLength)
            return;

        _pending = null;
        switch (status)
        {
            case OperationStatus.Done:
                if (!pending.IsTail)
                    _payloads.ReadValue(pending.Text[..pending.Length], pending.LineNumber, items);
                ReadValues(pending.Text[pending.Length..], items);
                break;
            case OperationStatus.NeedMoreData:
                _list = ListKind.None;
                _records.Reject("PayloadTooLarge", pending.LineNumber, pending.Text, $"the JSON object has more than {_maxLength:N0} bytes.", items);
                break;
            default:
                // The line where it turns out to be none may be a good one.
                _list = ListKind.None;
                _records.Reject("InvalidJson", pending.LineNumber, pending.Text[..^line.Length], "it is not a JSON object.", items);
                if (!pending.IsOneLine)
                    ReadLine(line, items);
                break;
        }
    }
}
