using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FlowLogs.Records;
using Row = FlowLogs.Cloud.LogEventPage.Row;

namespace FlowLogs.Cloud;

/// <content>Events as the service writes them.</content>
internal ref partial struct LogEventPageReader
{
    // More digits might not fit 64 bits.
    private const int MaxDigits = 18;

    // What ends a text, or makes it one that is not plain: the escape, and the control characters, which are not allowed.
    private static readonly SearchValues<byte> NotPlain =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(static c => (byte)c), (byte)'"', (byte)'\\']);

    // Goes on behind the event, or stays where it is.
    private bool TryReadPlain(out Row row)
    {
        row = default;
        ReadOnlySpan<byte> text = _json;
        var position = _position;
        if ((uint)position >= (uint)text.Length || text[position] != '{')
            return false;
        do
        {
            position++;
            var isRead = (position + 1 < text.Length ? text[position + 1] : default) switch
            {
                (byte)'l' => TryTake(text, "\"logStreamName\":\""u8, ref position)
                    && TryReadText(text, ref position, out var start, out var length)
                    && (row.Stream = _events!.Streams.NumberOf(text.Slice(start, length))) >= 0,
                (byte)'t' => TryTake(text, "\"timestamp\":"u8, ref position)
                    && TryReadNumber(text, ref position, out row.Timestamp),
                (byte)'m' => TryTake(text, "\"message\":\""u8, ref position)
                    && TryReadText(text, ref position, out row.Message, out row.MessageLength),
                (byte)'i' => TryTake(text, "\"ingestionTime\":"u8, ref position)
                    && TryReadNumber(text, ref position, out row.IngestionTime),
                (byte)'e' => TryTake(text, "\"eventId\":\""u8, ref position)
                    && TryReadText(text, ref position, out row.Id, out row.IdLength),
                _ => false,
            };
            if (!isRead)
                return false;
            if ((uint)position >= (uint)text.Length)
                return false;
        }
        while (text[position] == ',');

        if (text[position] != '}')
            return false;
        _position = position + 1;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryTake(ReadOnlySpan<byte> text, ReadOnlySpan<byte> wanted, ref int position)
    {
        if (!text[position..].StartsWith(wanted))
            return false;
        position += wanted.Length;
        return true;
    }

    // From behind the quotation mark on, up to behind the next one.
    private static bool TryReadText(ReadOnlySpan<byte> text, ref int position, out int start, out int length)
    {
        start = position;
        length = IndexOfNotPlain(text[position..]);
        if (length < 0 || text[position + length] != '"')
            return false;
        position += length + 1;
        return true;
    }

    // As many signs as are in front of the first that is not plain; -1 where there is none. Most texts are a few dozen long,
    // and looking for one of many values would take longer to begin.
    private static int IndexOfNotPlain(ReadOnlySpan<byte> text)
    {
        for (var i = 0; i <= text.Length - Vector256<byte>.Count; i += Vector256<byte>.Count)
        {
            var signs = Vector256.Create(text.Slice(i, Vector256<byte>.Count));
            var found = Vector256.Equals(signs, Vector256.Create((byte)'"'))
                | Vector256.Equals(signs, Vector256.Create((byte)'\\'))
                | Vector256.LessThan(signs, Vector256.Create((byte)' '));
            if (found != Vector256<byte>.Zero)
                return i + BitOperations.TrailingZeroCount(found.ExtractMostSignificantBits());
        }

        var rest = text.Length & ~(Vector256<byte>.Count - 1);
        var index = text[rest..].IndexOfAny(NotPlain);
        return index < 0 ? -1 : rest + index;
    }

    // What follows tells whether the number ends here.
    private static bool TryReadNumber(ReadOnlySpan<byte> text, ref int position, out long value)
    {
        value = 0;
        var start = position;
        var count = sizeof(ulong);
        while (count == sizeof(ulong) && text.Length - position >= sizeof(ulong))
        {
            var signs = BinaryPrimitives.ReadUInt64LittleEndian(text[position..]);
            count = CountDigits(signs);
            if (count == 0)
                break;
            value = (value * FieldNumber.PowerOfTen(count)) + FieldNumber.ParsePacked(signs, count);
            position += count;
        }

        for (; (uint)position < (uint)text.Length && (uint)(text[position] - '0') <= 9; position++)
            value = (value * 10) + (text[position] - '0');
        var digits = position - start;
        return digits is > 0 and <= MaxDigits && (digits == 1 || text[start] != '0');
    }

    // How many of eight signs are digits, up to the first that is none. Nothing behind that one matters, so neither does what
    // is carried there.
    private static int CountDigits(ulong signs)
    {
        var others = ((signs & 0xF0F0_F0F0_F0F0_F0F0) | (((signs + 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0) >> 4)) ^ 0x3333_3333_3333_3333;
        return BitOperations.TrailingZeroCount(others) / 8;
    }
}
