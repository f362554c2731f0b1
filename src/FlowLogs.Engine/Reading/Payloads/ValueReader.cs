using System.Buffers;
using FlowLogs.Scanning;

namespace FlowLogs.Reading.Payloads;

/// <summary>
/// Finds the JSON values in the lines of a source: one after another, as Firehose writes them, or in a list, each in one
/// line or in some. What is in them <see cref="PayloadReader"/> reads.
/// </summary>
/// <param name="records">Takes what is broken.</param>
/// <param name="payloads">Takes the values.</param>
/// <param name="maxLength">The most bytes that a value may have.</param>
internal sealed class ValueReader(RecordReader records, PayloadReader payloads, int maxLength)
{
    private PendingObject? _pending;
    private ListKind _list;
    private long _listLineNumber;

    // A JSON array whose elements are read one after another, so that it may be of any size.
    private enum ListKind
    {
        None,
        Array,
        Events,
    }

    /// <summary>Whether what has been read so far ends inside an object or array.</summary>
    public bool IsInObject => _pending is not null || _list != ListKind.None;

    /// <summary>Reads a line that begins with an object or array, or the first part of one.</summary>
    public void Begin(ReadOnlySpan<byte> line, long lineNumber, ICollection<ReadItem> items) =>
        ReadValues(line, lineNumber, isWholeLine: false, items);

    /// <summary>Reads a line, or a part of one, inside an object or array.</summary>
    /// <returns>What is to be read as any line, because what was begun is broken before it; else nothing.</returns>
    public ReadOnlySpan<byte> Continue(ReadOnlySpan<byte> line, long lineNumber, bool isWholeLine, ICollection<ReadItem> items) =>
        _pending is null
            ? ReadValues(line, lineNumber, isWholeLine, items)
            : Continue(_pending, line, lineNumber, items);

    /// <summary>To be called where a line ends.</summary>
    public void AppendLineFeed() => _pending?.AppendLineFeed();

    /// <summary>To be called where no more comes of what has begun.</summary>
    /// <param name="reason">What is wrong with an object that is not at its end.</param>
    /// <param name="items">Takes the problem.</param>
    public void End(string reason, ICollection<ReadItem> items)
    {
        if (_pending is { } pending)
            records.Reject("InvalidJson", pending.LineNumber, pending.Text, reason, items);
        else if (_list != ListKind.None)
            RejectList(items);
        _pending = null;
        _list = ListKind.None;
    }

    // The last value may go on in the next line or part of it.
    private ReadOnlySpan<byte> ReadValues(ReadOnlySpan<byte> text, long lineNumber, bool isWholeLine, ICollection<ReadItem> items)
    {
        for (; ; isWholeLine = false)
        {
            text = text.TrimStart(_list == ListKind.None ? " \t\r"u8 : ", \t\r"u8);
            if (text.IsEmpty)
                return [];
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
                _listLineNumber = lineNumber;
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
                        payloads.ReadValue(text[..length], lineNumber, items);
                    text = text[length..];
                    break;
                case OperationStatus.NeedMoreData:
                    _pending = new PendingObject(lineNumber, state, length, isTail);
                    _pending.Append(text);
                    return [];
                case var _ when isWholeLine:
                    // The line where the list turns out to be broken may be a good one.
                    RejectList(items);
                    return text;
                default:
                    _list = ListKind.None;
                    records.Reject("InvalidJson", lineNumber, LineScanner.Trim(text), "it is not a JSON object.", items);
                    return [];
            }
        }
    }

    private ReadOnlySpan<byte> Continue(PendingObject pending, ReadOnlySpan<byte> line, long lineNumber, ICollection<ReadItem> items)
    {
        var isShort = pending.IsShort;
        pending.Append(line);
        if (isShort && !pending.IsTail && _list == ListKind.None && JsonObjects.OpensList(pending.Text) > 0)
        {
            _pending = null;
            return ReadValues(pending.Text, lineNumber, isWholeLine: false, items);
        }

        var status = pending.FindEnd();
        if (status == OperationStatus.NeedMoreData && pending.Text.Length <= maxLength)
            return [];

        _pending = null;
        switch (status)
        {
            case OperationStatus.Done:
                if (!pending.IsTail)
                    payloads.ReadValue(pending.Text[..pending.Length], pending.LineNumber, items);
                return ReadValues(pending.Text[pending.Length..], lineNumber, isWholeLine: false, items);
            case OperationStatus.NeedMoreData:
                _list = ListKind.None;
                records.Reject("PayloadTooLarge", pending.LineNumber, pending.Text, $"the JSON object has more than {maxLength:N0} bytes.", items);
                return [];
            default:
                // The line where it turns out to be none may be a good one.
                _list = ListKind.None;
                records.Reject("InvalidJson", pending.LineNumber, pending.Text[..^line.Length], "it is not a JSON object.", items);
                return pending.IsOneLine ? [] : line;
        }
    }

    private void RejectList(ICollection<ReadItem> items)
    {
        _list = ListKind.None;
        records.Reject("InvalidJson", _listLineNumber, "["u8, "the JSON array breaks off.", items);
    }
}
