using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>
/// Writes the events of FilterLogEvents. Log lines need no escapes nearly always; such events are put together here, some
/// at a time, at a fraction of the time that their members take one by one.
/// </summary>
internal sealed class FilteredEventWriter(Utf8JsonWriter answer)
{
    // More than the comma, the members' names and all that is not the stream's name or the message.
    private const int Overhead = 256;

    // Few enough to stay near the processor.
    private const int BufferLength = 32 * 1024;

    // How many messages are looked at before they are written.
    private const int Ahead = 64;

    private static readonly SearchValues<byte> Plain =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(static c => (byte)c).Where(static c => c is not ((byte)'"' or (byte)'\\'))]);

    private byte[] _buffer = new byte[BufferLength];
    private int _length;

    /// <summary>Writes events.</summary>
    public void Write(ReadOnlySpan<StoredEvent> events)
    {
        Span<bool> isPlain = stackalloc bool[Ahead];
        while (!events.IsEmpty)
        {
            // The messages of different streams lie far apart. One after another without anything between, they come from
            // memory at the same time.
            var next = events[..Math.Min(Ahead, events.Length)];
            for (var i = 0; i < next.Length; i++)
                isPlain[i] = !next[i].Event.Message.Span.ContainsAnyExcept(Plain);
            for (var i = 0; i < next.Length; i++)
            {
                if (isPlain[i])
                    WritePlain(next[i].Stream, next[i].Event);
                else
                    WriteMembers(next[i].Stream, next[i].Event);
            }

            events = events[next.Length..];
        }

        Flush();
    }

    private void WritePlain(LogStream stream, in LogEvent written)
    {
        var name = stream.JsonName.EncodedUtf8Bytes;
        var message = written.Message.Span;
        Reserve(Overhead + name.Length + message.Length);
        if (_length > 0)
            Append(","u8);
        Append("{\"logStreamName\":\""u8);
        Append(name);
        Append("\",\"timestamp\":"u8);
        Append(written.Timestamp);
        Append(",\"message\":\""u8);
        Append(message);
        Append("\",\"ingestionTime\":"u8);
        Append(written.IngestionTime);
        Append(",\"eventId\":\""u8);
        EventIds.Write(written.Position, _buffer.AsSpan(_length, EventIds.Length));
        _length += EventIds.Length;
        Append("\"}"u8);
    }

    private void WriteMembers(LogStream stream, in LogEvent written)
    {
        Flush();
        Span<byte> eventId = stackalloc byte[EventIds.Length];
        EventIds.Write(written.Position, eventId);
        answer.WriteStartObject();
        answer.WriteString(EventMembers.LogStreamName, stream.JsonName);
        answer.WriteNumber(EventMembers.Timestamp, written.Timestamp);
        answer.WriteString(EventMembers.Message, written.Message.Span);
        answer.WriteNumber(EventMembers.IngestionTime, written.IngestionTime);
        answer.WriteString(EventMembers.EventId, eventId);
        answer.WriteEndObject();
    }

    private void Reserve(int length)
    {
        if (_buffer.Length - _length >= length)
            return;
        Flush();
        if (_buffer.Length < length)
            _buffer = new byte[length];
    }

    private void Flush()
    {
        if (_length > 0)
            answer.WriteRawValue(_buffer.AsSpan(0, _length), skipInputValidation: true);
        _length = 0;
    }

    private void Append(ReadOnlySpan<byte> text)
    {
        text.CopyTo(_buffer.AsSpan(_length));
        _length += text.Length;
    }

    private void Append(long number)
    {
        // What times have since 2001, and until 2286.
        const int Usual = 13;
        if (number is >= 1_000_000_000_000 and < 10_000_000_000_000)
        {
            Span<byte> digits = stackalloc byte[16];
            Digits.WriteSixteen((ulong)number, digits);
            Append(digits[^Usual..]);
            return;
        }

        Utf8Formatter.TryFormat(number, _buffer.AsSpan(_length), out var length);
        _length += length;
    }
}
