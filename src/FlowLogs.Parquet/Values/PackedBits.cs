using System.Buffers.Binary;

namespace FlowLogs.Parquet.Values;

/// <summary>Numbers of a fixed number of bits without gaps, the first one in the lowest bits.</summary>
internal static class PackedBits
{
    /// <summary>Reads the bits from a place on.</summary>
    /// <param name="bytes">The bytes; those that are missing at the end are zero.</param>
    /// <param name="bit">The place.</param>
    /// <param name="width">How many bits, 64 at most.</param>
    public static ulong Read(ReadOnlySpan<byte> bytes, long bit, int width)
    {
        if (width == 0)
            return 0;
        var index = (int)(bit >> 3);
        var shift = (int)(bit & 7);
        var mask = ulong.MaxValue >> (64 - width);
        if (shift + width <= 64 && index + sizeof(ulong) <= bytes.Length)
            return (BinaryPrimitives.ReadUInt64LittleEndian(bytes[index..]) >> shift) & mask;

        UInt128 value = 0;
        for (var i = Math.Min(index + 8, bytes.Length - 1); i >= index; i--)
            value = (value << 8) | bytes[i];
        return (ulong)(value >> shift) & mask;
    }
}
