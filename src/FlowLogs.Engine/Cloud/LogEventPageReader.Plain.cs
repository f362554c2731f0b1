using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
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
                    && (row.Stream = _streams.NumberOf(text.Slice(start, length))) >= 0,
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
        length = text[position..].IndexOfAny(NotPlain);
        if (length < 0 || text[position + length] != '"')
            return false;
        position += length + 1;
        return true;
    }

    // What follows tells whether the number ends here.
    private static bool TryReadNumber(ReadOnlySpan<byte> text, ref int position, out long value)
    {
        value = 0;
        var start = position;
        while (text.Length - position >= sizeof(ulong) && TryReadEight(BinaryPrimitives.ReadUInt64LittleEndian(text[position..]), out var eight))
        {
            value = (value * 100_000_000) + eight;
            position += sizeof(ulong);
        }

        for (; (uint)position < (uint)text.Length && (uint)(text[position] - '0') <= 9; position++)
            value = (value * 10) + (text[position] - '0');
        var digits = position - start;
        return digits is > 0 and <= MaxDigits && (digits == 1 || text[start] != '0');
    }

    // Eight signs at once, if all of them are digits.
    private static bool TryReadEight(ulong signs, out long value)
    {
        value = 0;
        if (((signs & 0xF0F0_F0F0_F0F0_F0F0) | (((signs + 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0) >> 4)) != 0x3333_3333_3333_3333)
            return false;
        value = FieldNumber.ParsePacked(signs, sizeof(ulong));
        return true;
    }
}
