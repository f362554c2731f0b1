using System.Buffers;
using System.Text.Json;

namespace FlowLogs.Reading.Payloads;

/// <summary>A JSON object or array whose end has not come yet. Nothing is looked at twice but a string that broke off.</summary>
/// <param name="lineNumber">The number of the line in which it begins.</param>
/// <param name="state">The state in which the reader of its first part was left.</param>
/// <param name="position">How much of that part was looked at.</param>
/// <param name="isTail">Whether it is the rest of an object whose events have been read.</param>
internal sealed class PendingObject(long lineNumber, JsonReaderState state, int position, bool isTail)
{
    private readonly ArrayBufferWriter<byte> _text = new();
    private JsonReaderState _state = state;
    private int _position = position;

    public long LineNumber => lineNumber;

    public bool IsTail => isTail;

    /// <summary>Whether all of it lies in one line so far.</summary>
    public bool IsOneLine { get; private set; } = true;

    /// <summary>Whether so little has come of it that it may be nothing but its beginning.</summary>
    public bool IsShort => _text.WrittenCount <= 64;

    /// <summary>All that has come, which may be more than it.</summary>
    public ReadOnlySpan<byte> Text => _text.WrittenSpan;

    /// <summary>Its length, once its end has been found.</summary>
    public int Length => _position;

    public void Append(ReadOnlySpan<byte> text) => _text.Write(text);

    public void AppendLineFeed()
    {
        IsOneLine = false;
        _text.Write("\n"u8);
    }

    public OperationStatus FindEnd() => JsonObjects.FindEnd(Text, ref _state, ref _position);
}
