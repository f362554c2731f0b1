using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FlowLogs.Filtering.Delimited;

/// <summary>
/// Splits lines as most are: neither short nor very long, one blank between the fields, none at the ends, and no mark that could open a
/// quoted or bracketed field. All else is for <see cref="FieldCursor"/>.
/// </summary>
internal static class PlainLine
{
    private const int BlockSize = 64;

    /// <summary>Finds where each field ends.</summary>
    /// <param name="line">The line.</param>
    /// <param name="ends">Takes the ends.</param>
    /// <returns>The number of fields; 0 if the line is not plain or has more of them than there is room for.</returns>
    public static int Split(ReadOnlySpan<byte> line, Span<ushort> ends)
    {
        if (line.Length is < BlockSize or > ushort.MaxValue)
            return 0;
        ref var first = ref MemoryMarshal.GetReference(line);
        var count = 0;
        // Before the line is a blank, so to speak: it must not start with another one.
        var afterBlank = 1UL;
        for (var position = 0; position < line.Length; position += BlockSize)
        {
            // The last block ends with the line, and so may overlap what has been looked at.
            var start = Math.Min(position, line.Length - BlockSize);
            if (!TryFindBlanks(ref Unsafe.Add(ref first, start), out var blanks))
                return 0;
            blanks >>= position - start;
            if ((((blanks << 1) | afterBlank) & blanks) != 0)
                return 0;
            afterBlank = blanks >> (BlockSize - 1);
            if (count + BitOperations.PopCount(blanks) >= ends.Length)
                return 0;
            for (; blanks != 0; blanks &= blanks - 1)
                ends[count++] = (ushort)(position + BitOperations.TrailingZeroCount(blanks));
        }
        if (count > 0 && ends[count - 1] == line.Length - 1)
            return 0;
        ends[count] = (ushort)line.Length;
        return count + 1;
    }

    // A bit for each blank among 64 bytes; false if there is a mark among them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryFindBlanks(ref byte bytes, out ulong blanks)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            var block = Vector512.LoadUnsafe(ref bytes);
            blanks = (Vector512.Equals(block, Vector512.Create((byte)' '))
                | Vector512.LessThanOrEqual(block - Vector512.Create((byte)'\t'), Vector512.Create((byte)('\r' - '\t'))))
                .ExtractMostSignificantBits();
            return (Vector512.Equals(block, Vector512.Create((byte)'"')) | Vector512.Equals(block, Vector512.Create((byte)'[')))
                == Vector512<byte>.Zero;
        }
        blanks = 0;
        var marks = Vector128<byte>.Zero;
        for (var i = 0; i < BlockSize; i += Vector128<byte>.Count)
        {
            var part = Vector128.LoadUnsafe(ref bytes, (nuint)i);
            blanks |= (ulong)FieldCursor.FindBlanks(part) << i;
            marks |= Vector128.Equals(part, Vector128.Create((byte)'"')) | Vector128.Equals(part, Vector128.Create((byte)'['));
        }
        return marks == Vector128<byte>.Zero;
    }
}
