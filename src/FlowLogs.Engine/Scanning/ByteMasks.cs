using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FlowLogs.Scanning;

/// <summary>What 64 bytes are, a bit for each, the first byte lowest.</summary>
/// <param name="Blanks">Blanks.</param>
/// <param name="LineFeeds">Line feeds.</param>
/// <param name="Controls">Bytes below the blank, line feeds among them.</param>
/// <param name="Digits">ASCII digits.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ByteMasks(ulong Blanks, ulong LineFeeds, ulong Controls, ulong Digits)
{
    /// <summary>How many bytes are looked at.</summary>
    public const int Count = 64;

    /// <summary>Looks at bytes.</summary>
    /// <param name="first">The first of 64.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ByteMasks Of(ref byte first)
    {
        if (VectorWidth.Bits == 512)
            return Of512(ref first);
        if (VectorWidth.Bits == 256)
            return Of256(ref first);
        return VectorWidth.Bits == 128 ? Of128(ref first) : OfScalar(ref first);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ByteMasks Of512(ref byte first)
    {
        var bytes = Vector512.LoadUnsafe(ref first);
        return new(
            Vector512.Equals(bytes, Vector512.Create((byte)' ')).ExtractMostSignificantBits(),
            Vector512.Equals(bytes, Vector512.Create((byte)'\n')).ExtractMostSignificantBits(),
            Vector512.LessThan(bytes, Vector512.Create((byte)' ')).ExtractMostSignificantBits(),
            Vector512.LessThanOrEqual(bytes - Vector512.Create((byte)'0'), Vector512.Create((byte)9)).ExtractMostSignificantBits());
    }

    internal static ByteMasks Of256(ref byte first)
    {
        ulong blanks = 0, feeds = 0, controls = 0, digits = 0;
        for (var i = 0; i < Count; i += Vector256<byte>.Count)
        {
            var bytes = Vector256.LoadUnsafe(ref first, (nuint)i);
            blanks |= (ulong)Vector256.Equals(bytes, Vector256.Create((byte)' ')).ExtractMostSignificantBits() << i;
            feeds |= (ulong)Vector256.Equals(bytes, Vector256.Create((byte)'\n')).ExtractMostSignificantBits() << i;
            controls |= (ulong)Vector256.LessThan(bytes, Vector256.Create((byte)' ')).ExtractMostSignificantBits() << i;
            digits |= (ulong)Vector256.LessThanOrEqual(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)9)).ExtractMostSignificantBits() << i;
        }

        return new(blanks, feeds, controls, digits);
    }

    internal static ByteMasks Of128(ref byte first)
    {
        ulong blanks = 0, feeds = 0, controls = 0, digits = 0;
        for (var i = 0; i < Count; i += Vector128<byte>.Count)
        {
            var bytes = Vector128.LoadUnsafe(ref first, (nuint)i);
            blanks |= (ulong)Vector128.Equals(bytes, Vector128.Create((byte)' ')).ExtractMostSignificantBits() << i;
            feeds |= (ulong)Vector128.Equals(bytes, Vector128.Create((byte)'\n')).ExtractMostSignificantBits() << i;
            controls |= (ulong)Vector128.LessThan(bytes, Vector128.Create((byte)' ')).ExtractMostSignificantBits() << i;
            digits |= (ulong)Vector128.LessThanOrEqual(bytes - Vector128.Create((byte)'0'), Vector128.Create((byte)9)).ExtractMostSignificantBits() << i;
        }

        return new(blanks, feeds, controls, digits);
    }

    internal static ByteMasks OfScalar(ref byte first)
    {
        ulong blanks = 0, feeds = 0, controls = 0, digits = 0;
        for (var i = 0; i < Count; i++)
        {
            var c = Unsafe.Add(ref first, i);
            blanks |= (c == ' ' ? 1UL : 0) << i;
            feeds |= (c == '\n' ? 1UL : 0) << i;
            controls |= (c < ' ' ? 1UL : 0) << i;
            digits |= ((uint)(c - '0') <= 9 ? 1UL : 0) << i;
        }

        return new(blanks, feeds, controls, digits);
    }
}
