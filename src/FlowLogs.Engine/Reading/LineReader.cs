using System.Buffers;
using System.Text.Json;
using FlowLogs.Reading.Payloads;
using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Reading;

/// <summary>
/// Reads the lines of one source. A line is a record, or the beginning of a JSON object, which may have several lines, or
/// data in Base64; what records there are in these, <see cref="PayloadReader"/> finds.
/// </summary>
public sealed class LineReader
{
    private readonly RecordReader _records;
    private readonly PayloadReader _payloads;
    private readonly int _maxLength;
    private PendingObject? _pending;
    private long _lineNumber;
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

    /// <summary>Whether what has been read so far ends inside a JSON object.</summary>
    internal bool IsInObject => _pending is not null;

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

    /// <summary>To be called at the end of the source.</summary>
    /// <param name="items">Takes what there is still to report.</param>
    public void Finish(ICollection<ReadItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (_pending is { } pending)
        {
            _pending = null;
            _records.Reject("InvalidJson", pending.LineNumber, pending.Text, "the JSON object breaks off.", items);
        }

        _records.Finish(items);
    }

    /// <summary>As <see cref="Read"/>, but the block may end inside a line if that is inside a JSON object.</summary>
    internal void ReadPart(ReadOnlySpan<byte> block, ICollection<ReadItem> items)
    {
        while (!block.IsEmpty)
        {
            var end = block.IndexOf((byte)'\n');
            var line = end < 0 ? block : block[..end];
            if (!_inLine)
                _lineNumber++;
            if (_pending is null)
                ReadLine(line, items);
            else
                Continue(_pending, line, items);

            _inLine = end < 0 && _pending is not null;
            if (!_inLine)
                _pending?.AppendLineFeed();
            block = end < 0 ? [] : block[(end + 1)..];
        }
    }

    /// <summary>Reads the message of an event, with what CloudWatch Logs knows of it.</summary>
    internal void ReadEvent(ReadOnlySpan<byte> message, RecordOrigin origin, ICollection<ReadItem> items) =>
        _payloads.ReadEvent(message, ++_lineNumber, origin, items);

    private void ReadLine(ReadOnlySpan<byte> line, ICollection<ReadItem> items)
    {
        var trimmed = LineScanner.Trim(line);
        if (trimmed.IsEmpty)
            return;

        // A record begins with a digit nearly always.
        if (trimmed[0] > '9')
        {
            if (trimmed[0] == '{')
            {
                // The line may break off inside a string, whose blanks count.
                ReadObjects(line[line.IndexOf((byte)'{')..], items);
                return;
            }

            if (trimmed.StartsWith(PayloadData.GzipInBase64) && trimmed.IndexOfAny((byte)' ', (byte)'\t') < 0)
            {
                _payloads.ReadData(trimmed, _lineNumber, items);
                return;
            }
        }

        _records.Read(trimmed, _lineNumber, origin: null, items);
    }

    // Objects one after another, as Firehose writes them. The last one may go on in the next line or part of the line.
    private void ReadObjects(ReadOnlySpan<byte> text, ICollection<ReadItem> items)
    {
        while (!LineScanner.Trim(text).IsEmpty)
        {
            text = text.TrimStart(" \t\r"u8);
            var state = default(JsonReaderState);
            var length = 0;
            var status = text[0] == '{' ? JsonObjects.FindEnd(text, ref state, ref length) : OperationStatus.InvalidData;
            switch (status)
            {
                case OperationStatus.Done:
                    _payloads.ReadObject(text[..length], _lineNumber, items);
                    text = text[length..];
                    break;
                case OperationStatus.NeedMoreData:
                    _pending = new PendingObject(_lineNumber, state, length);
                    _pending.Append(text);
                    return;
                default:
                    _records.Reject("InvalidJson", _lineNumber, LineScanner.Trim(text), "it is not a JSON object.", items);
                    return;
            }
        }
    }

    private void Continue(PendingObject pending, ReadOnlySpan<byte> line, ICollection<ReadItem> items)
    {
        pending.Append(line);
        var status = pending.FindEnd();
        if (status == OperationStatus.NeedMoreData && pending.Text.Length <= _maxLength)
            return;

        _pending = null;
        switch (status)
        {
            case OperationStatus.Done:
                _payloads.ReadObject(pending.Text[..pending.Length], pending.LineNumber, items);
                ReadObjects(pending.Text[pending.Length..], items);
                break;
            case OperationStatus.NeedMoreData:
                _records.Reject("PayloadTooLarge", pending.LineNumber, pending.Text, $"the JSON object has more than {_maxLength:N0} bytes.", items);
                break;
            default:
                // The line where it turns out to be none may be a good one.
                _records.Reject("InvalidJson", pending.LineNumber, pending.Text[..^line.Length], "it is not a JSON object.", items);
                if (!pending.IsOneLine)
                    ReadLine(line, items);
                break;
        }
    }
}
