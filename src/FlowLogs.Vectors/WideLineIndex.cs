using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using FlowLogs.Scanning;

namespace FlowLogs.Vectors;

/// <summary>Writes the positions of all separators among 64 bytes at once, with an instruction that leaves out the others (AVX-512 VBMI2).</summary>
internal sealed class WideLineIndex : LineIndex
{
    /// <summary>Whether this processor has what it takes.</summary>
    public static bool IsSupported => Avx512Vbmi2.IsSupported;

    /// <inheritdoc/>
    protected override void AddWords(ref byte first, int words)
    {
        const int Half = 32;
        ref var separators = ref Unsafe.Add(ref Separators, 1);
        ref var lines = ref Lines;
        ref var bits = ref Bits;
        nint count = SeparatorCount;
        nint lineCount = LineCount;
        var starts = Vector512.Create((ushort)(WordCount * ByteMasks.Count));
        for (nint word = WordCount, end = word + words; word < end; word++, first = ref Unsafe.Add(ref first, ByteMasks.Count))
        {
            // A mask that is used twice would be made a vector and a mask again, so each comparison is used once.
            var bytes = Vector512.LoadUnsafe(ref first);
            var feeds = Vector512.Equals(bytes, Vector512.Create((byte)'\n')).ExtractMostSignificantBits();
            var others = Vector512.LessThan(bytes, Vector512.Create((byte)' ')).ExtractMostSignificantBits() & ~feeds;
            var separating = ~Vector512.GreaterThan(bytes, Vector512.Create((byte)' ')).ExtractMostSignificantBits();
            var found = Avx512Vbmi2.Compress(Vector512<byte>.Zero, Vector512.LessThanOrEqual(bytes, Vector512.Create((byte)' ')), Vector512<byte>.Indices);
            if (others != 0)
            {
                HasControlsAnywhere = true;
                separating &= ~others;
                found = Avx512Vbmi2.Compress(
                    Vector512<byte>.Zero, Vector512.Equals(bytes, Vector512.Create((byte)'\n')) | Vector512.Equals(bytes, Vector512.Create((byte)' ')), Vector512<byte>.Indices);
            }

            var inWord = BitOperations.PopCount(separating);
            (Vector512.WidenLower(found) + starts).StoreUnsafe(ref separators, (nuint)count);
            if (inWord > Half)
                (Vector512.WidenUpper(found) + starts).StoreUnsafe(ref separators, (nuint)count + Half);
            starts += Vector512.Create((ushort)ByteMasks.Count);

            AddLines(ref lines, ref lineCount, feeds, separating, count);
            var digits = Vector512.LessThanOrEqual(bytes - Vector512.Create((byte)'0'), Vector512.Create((byte)9)).ExtractMostSignificantBits();
            Unsafe.Add(ref bits, word) = ~(digits | separating);
            Unsafe.Add(ref bits, word + Controls) = others;
            count += inWord;
        }

        Take(words, (int)count, (int)lineCount);
    }
}
