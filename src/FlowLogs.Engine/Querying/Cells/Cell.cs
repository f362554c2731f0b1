using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using FlowLogs.Conditions.Values;
using FlowLogs.Records;

namespace FlowLogs.Querying.Cells;

/// <summary>
/// A field's value in 64 bits. Two cells of one field are equal if, and only if, the values are: numbers by value, all
/// else by its bytes. The low three bits tell what the others are; texts that do not fit lie in a <see cref="TextStore"/>.
/// </summary>
internal static class Cell
{
    /// <summary>No value.</summary>
    public const ulong Missing = 0;

    /// <summary>The longest text that fits.</summary>
    public const int MaxShortText = 7;

    private const int TagBits = 3;
    private const ulong TagMask = (1 << TagBits) - 1;
    private const int LengthBits = 3;

    private enum Tag : ulong
    {
        Missing,
        Number,
        IPv4,
        ShortText,
        StoredText,
    }

    /// <summary>Whether a number fits; by far most do.</summary>
    public static bool Fits(long value) => (value << TagBits) >> TagBits == value;

    public static ulong OfNumber(long value) => ((ulong)value << TagBits) | (ulong)Tag.Number;

    public static ulong OfIPv4(uint address) => ((ulong)address << TagBits) | (ulong)Tag.IPv4;

    /// <param name="text">The text as the high bytes of a big-endian number, so that such numbers have the order of the texts.</param>
    /// <param name="length">Its length.</param>
    public static ulong OfShortText(ulong text, int length) => text | ((ulong)length << TagBits) | (ulong)Tag.ShortText;

    public static ulong OfStoredText(int id) => ((ulong)id << TagBits) | (ulong)Tag.StoredText;

    /// <summary>The value as the record's property has it.</summary>
    public static object? ToValue(ulong cell, FlowField field, TextStore texts) => cell == Missing
        ? null
        : field.Type switch
        {
            FlowFieldType.Int32 when field.Id == FlowFieldId.TcpFlags => (FlowTcpFlags)ToNumber(cell, texts),
            FlowFieldType.Int32 => (int)ToNumber(cell, texts),
            FlowFieldType.Int64 => ToNumber(cell, texts),
            FlowFieldType.Time => DateTimeOffset.FromUnixTimeMilliseconds(ToNumber(cell, texts)),
            _ when TagOf(cell) == Tag.IPv4 => AddressText.Format(cell >> TagBits, isIPv6: false),
            _ => Encoding.UTF8.GetString(ToText(cell, texts, stackalloc byte[sizeof(ulong)])),
        };

    /// <summary>The number in a cell of a field that holds numbers; not for a missing one.</summary>
    public static long ToNumber(ulong cell, TextStore texts) => TagOf(cell) == Tag.Number
        ? (long)cell >> TagBits
        : FieldNumber.Parse(texts.Get((int)(cell >> TagBits)));

    /// <summary>Whether a cell is the number of a text that lies elsewhere, and which.</summary>
    public static bool IsStoredText(ulong cell, out int id)
    {
        id = (int)(cell >> TagBits);
        return TagOf(cell) == Tag.StoredText;
    }

    /// <summary>
    /// A number for the order of cells of a field that holds numbers: missing ones, then by value. Only the two largest
    /// values there are have the same, so that there is a number for what is missing.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong NumberOrder(ulong cell, TextStore texts)
    {
        if (cell == Missing)
            return 0;
        var number = (ulong)ToNumber(cell, texts) ^ (1UL << 63);
        return number == ulong.MaxValue ? number : number + 1;
    }

    /// <summary>
    /// A number for the order of all other cells: missing ones, IPv4 addresses by value, texts by their bytes. Texts that
    /// do not fit into a cell have that of what would fit.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong TextOrder(ulong cell, TextStore texts)
    {
        const ulong IsText = 1UL << 63;
        return TagOf(cell) switch
        {
            Tag.ShortText => IsText | (cell >> 1),
            Tag.StoredText => IsText | (OfShortText(BinaryPrimitives.ReadUInt64BigEndian(texts.Get((int)(cell >> TagBits))) & ~0xFFUL, MaxShortText) >> 1),
            _ => cell,
        };
    }

    private static Tag TagOf(ulong cell) => (Tag)(cell & TagMask);

    private static ReadOnlySpan<byte> ToText(ulong cell, TextStore texts, Span<byte> buffer)
    {
        if (TagOf(cell) == Tag.StoredText)
            return texts.Get((int)(cell >> TagBits));
        BinaryPrimitives.WriteUInt64BigEndian(buffer, cell);
        return buffer[..(int)((cell >> TagBits) & ((1 << LengthBits) - 1))];
    }
}
