using System.Buffers.Binary;
using FlowLogs.Records;

namespace FlowLogs.Querying.Cells;

/// <summary>Reads the numbers of lines that were checked, eight digits at a time.</summary>
internal static class DigitText
{
    private const int Digits = sizeof(ulong);

    // What the digits of a text of so many more than eight are worth to those before them.
    private static readonly long[] Powers = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

    /// <summary>Reads a number.</summary>
    /// <param name="tail">The line from the number on.</param>
    /// <param name="length">The number's length.</param>
    public static long Parse(ReadOnlySpan<byte> tail, int length)
    {
        if (length > 2 * Digits || tail.Length < 2 * Digits || tail[0] == '-')
            return FieldNumber.Parse(tail[..length]);
        if (length <= Digits)
            return ParseEight(tail, length);
        return (ParseEight(tail, Digits) * Powers[length - Digits]) + ParseEight(tail[Digits..], length - Digits);
    }

    // 1 to 8 digits. They are shifted to the end of the eight, so that zeros come before them; then neighbours become
    // numbers of two digits, four digits and eight.
    private static long ParseEight(ReadOnlySpan<byte> tail, int length)
    {
        var digits = (BinaryPrimitives.ReadUInt64LittleEndian(tail) ^ 0x3030_3030_3030_3030) << (64 - (8 * length));
        digits = (digits * 10) + (digits >> 8);
        const ulong EveryFourth = 0x0000_00FF_0000_00FF;
        return (long)((((digits & EveryFourth) * (100 + (1_000_000UL << 32))) + (((digits >> 16) & EveryFourth) * (1 + (10_000UL << 32)))) >> 32);
    }
}
