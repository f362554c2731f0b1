using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FlowLogs.Vectors;

/// <summary>Finds the bits that are set, 64 at a time, with an instruction that leaves out the others (AVX-512 VBMI2).</summary>
public static class SetBits
{
    private static readonly Vector512<byte> Numbers = Vector512<byte>.Indices;

    // For each byte, the one of eight that has its bit.
    private static readonly Vector512<byte> Spread = Vector512.ShiftRightLogical(Vector512<byte>.Indices, 3);

    /// <summary>Whether this processor has what it takes.</summary>
    public static bool IsSupported => Avx512Vbmi2.IsSupported;

    /// <summary>Writes down the numbers of the bits that are set.</summary>
    /// <param name="words">The bits, the lowest of the first word first; at most 1,024 words.</param>
    /// <param name="positions">Takes the numbers, from 0. It has room for all bits; what is behind the last number may change.</param>
    /// <returns>How many bits are set.</returns>
    /// <exception cref="ArgumentException">There is no room for all bits.</exception>
    public static int Write(ReadOnlySpan<ulong> words, Span<ushort> positions)
    {
        const int Half = 32;
        if (positions.Length < words.Length * 64)
            throw new ArgumentException("There is no room for all bits.", nameof(positions));
        ref var first = ref MemoryMarshal.GetReference(positions);
        var numbers = Numbers;
        var spread = Spread;
        var each = Vector512.Create(0x8040_2010_0804_0201).AsByte();
        nuint count = 0;
        var start = 0;
        foreach (var word in words)
        {
            var isSet = ~Vector512.Equals(Vector512.Shuffle(Vector512.Create(word).AsByte(), spread) & each, Vector512<byte>.Zero);
            var found = Avx512Vbmi2.Compress(Vector512<byte>.Zero, isSet, numbers);
            var (lower, upper) = Vector512.Widen(found);
            (lower + Vector512.Create((ushort)start)).StoreUnsafe(ref first, count);
            var inWord = BitOperations.PopCount(word);
            if (inWord > Half)
                (upper + Vector512.Create((ushort)start)).StoreUnsafe(ref first, count + Half);
            count += (uint)inWord;
            start += 64;
        }

        return (int)count;
    }
}
