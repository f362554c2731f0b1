using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using FlowLogs.Conditions.Values;

namespace FlowLogs.Querying.Cells;

/// <summary>
/// Reads IPv4 addresses as <see cref="AddressText.TryParseIPv4"/> does, all four numbers at once: the dots' places tell
/// where the digits go. There is one way to write an address so; what is written otherwise is none.
/// </summary>
internal static class DottedText
{
    private const int MaxLength = 15;

    // A quarter of the numbers of digits there could be: 1 to 3 for each part, less one, in two bits.
    private static readonly Shape[] Shapes = MakeShapes();

    // Hundreds, tens, ones of each part, and nothing.
    private static readonly Vector128<sbyte> Weights = Vector128.Create(100, 10, 1, 0, 100, 10, 1, 0, 100, 10, 1, 0, 100, 10, 1, (sbyte)0);

    private static readonly Vector128<byte> LowBytes = Vector128.Create(12, 8, 4, 0, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, (byte)0x80);

    /// <summary>Reads an address.</summary>
    /// <param name="tail">The line from the address on.</param>
    /// <param name="length">The address's length.</param>
    /// <param name="address">The address.</param>
    public static bool TryParse(ReadOnlySpan<byte> tail, int length, out uint address)
    {
        if (!Ssse3.IsSupported || tail.Length < Vector128<byte>.Count)
            return AddressText.TryParseIPv4(tail[..length], out address);

        address = 0;
        if (length > MaxLength)
            return false;
        var text = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(tail));
        var dots = Vector128.Equals(text, Vector128.Create((byte)'.')).ExtractMostSignificantBits() & ((1u << length) - 1);
        var first = BitOperations.TrailingZeroCount(dots);
        dots &= dots - 1;
        var second = BitOperations.TrailingZeroCount(dots);
        dots &= dots - 1;
        var third = BitOperations.TrailingZeroCount(dots);
        if ((dots & (dots - 1)) != 0 || dots == 0)
            return false;

        // How many digits each part has, less one.
        var (a, b, c, d) = (first - 1, second - first - 2, third - second - 2, length - third - 2);
        if (((a | b | c | d) & ~3) != 0)
            return false;
        ref readonly var shape = ref Shapes[a | (b << 2) | (c << 4) | (d << 6)];
        var digits = Ssse3.Shuffle(text - Vector128.Create((byte)'0'), shape.Places);
        var parts = Sse2.MultiplyAddAdjacent(Ssse3.MultiplyAddAdjacent(digits, Weights), Vector128<short>.One);
        if (Vector128.GreaterThanAny(digits, Vector128.Create((byte)9))
            || Vector128.LessThanAny(parts, shape.Least)
            || Vector128.GreaterThanAny(parts, Vector128.Create(255)))
        {
            return false;
        }

        address = Ssse3.Shuffle(parts.AsByte(), LowBytes).AsUInt32().ToScalar();
        return true;
    }

    private static Shape[] MakeShapes()
    {
        var shapes = new Shape[256];
        var places = new byte[Vector128<byte>.Count];
        var least = new int[Vector128<int>.Count];
        for (var i = 0; i < shapes.Length; i++)
        {
            Array.Fill(places, (byte)0x80);
            var start = 0;
            for (var part = 0; part < least.Length; part++)
            {
                var digits = ((i >> (2 * part)) & 3) + 1;

                // No part has four digits. Else the first of several is no zero.
                least[part] = digits switch { 1 => 0, 2 => 10, 3 => 100, _ => int.MaxValue };
                for (var digit = 0; digit < digits && digits <= 3; digit++)
                    places[(4 * part) + 3 - digits + digit] = (byte)(start + digit);
                start += digits + 1;
            }

            shapes[i] = new Shape(Vector128.Create(places), Vector128.Create(least));
        }

        return shapes;
    }

    /// <summary>For one way to place the dots.</summary>
    /// <param name="Places">Where hundreds, tens and ones of each part stand in the text.</param>
    /// <param name="Least">The least that each part may be, that has no zero before it.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Shape(Vector128<byte> Places, Vector128<int> Least);
}
