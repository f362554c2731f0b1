using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace FlowLogs.Scanning;

/// <summary>
/// Finds the bits that are set. A newer .NET than the one that this is made for knows an instruction for it; what uses that
/// is an assembly of its own beside this one, and loaded where it can run.
/// </summary>
internal static class BitPositions
{
    // So many positions are written at once without asking whether there are as many.
    private const int Stride = 10;

    private static readonly Writer Best = FindBest() ?? WriteEach;

    /// <summary>Writes down the numbers of the bits that are set; see <see cref="Write"/>.</summary>
    internal delegate int Writer(ReadOnlySpan<ulong> words, Span<ushort> positions);

    /// <summary>Writes down the numbers of the bits that are set.</summary>
    /// <param name="words">The bits, the lowest of the first word first; at most 1,024 words.</param>
    /// <param name="positions">Takes the numbers, from 0. It has room for all bits and ten more; what is behind the last number may change.</param>
    /// <returns>How many bits are set.</returns>
    public static int Write(ReadOnlySpan<ulong> words, Span<ushort> positions) => Best(words, positions);

    /// <summary>As <see cref="Write"/>, one bit after another.</summary>
    internal static int WriteEach(ReadOnlySpan<ulong> words, Span<ushort> positions)
    {
        // Room for the last stride, too, whose first number is one of a bit.
        if (positions.Length < (words.Length * 64) + Stride)
            throw new ArgumentException("There is no room for all bits.", nameof(positions));
        ref var next = ref MemoryMarshal.GetReference(positions);
        var count = 0;
        var start = 0;
        foreach (var word in words)
        {
            Add(ref Unsafe.Add(ref next, count), word, start);
            count += BitOperations.PopCount(word);
            start += 64;
        }

        return count;
    }

    // Null where there is none, or it is not to be used.
    private static Writer? FindBest()
    {
        var engine = typeof(BitPositions).Assembly;
        if (VectorWidth.Bits < 512 || Environment.Version.Major < 10 || string.IsNullOrEmpty(engine.Location))
            return null;
        var path = Path.Combine(Path.GetDirectoryName(engine.Location)!, "FlowLogs.Vectors.dll");
        if (!File.Exists(path))
            return null;
        var type = AssemblyLoadContext.GetLoadContext(engine)!.LoadFromAssemblyPath(path).GetType("FlowLogs.Vectors.SetBits", throwOnError: true)!;
        return type.GetProperty("IsSupported", BindingFlags.Public | BindingFlags.Static)!.GetValue(null) is true
            ? type.GetMethod("Write", BindingFlags.Public | BindingFlags.Static)!.CreateDelegate<Writer>()
            : null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref ushort positions, ulong bits, int start)
    {
        for (; ; positions = ref Unsafe.Add(ref positions, Stride))
        {
            // Written out, because the compiler does not.
            Unsafe.Add(ref positions, 0) = (ushort)(start + BitOperations.TrailingZeroCount(bits));
            bits &= bits - 1;
            Unsafe.Add(ref positions, 1) = (ushort)(start + BitOperations.TrailingZeroCount(bits));
            bits &= bits - 1;
            Unsafe.Add(ref positions, 2) = (ushort)(start + BitOperations.TrailingZeroCount(bits));
            bits &= bits - 1;
            Unsafe.Add(ref positions, 3) = (ushort)(start + BitOperations.TrailingZeroCount(bits));
            bits &= bits - 1;
            Unsafe.Add(ref positions, 4) = (ushort)(start + BitOperations.TrailingZeroCount(bits));
            bits &= bits - 1;
            Unsafe.Add(ref positions, 5) = (ushort)(start + BitOperations.TrailingZeroCount(bits));
            bits &= bits - 1;
            Unsafe.Add(ref positions, 6) = (ushort)(start + BitOperations.TrailingZeroCount(bits));
            bits &= bits - 1;
            Unsafe.Add(ref positions, 7) = (ushort)(start + BitOperations.TrailingZeroCount(bits));
            bits &= bits - 1;
            Unsafe.Add(ref positions, 8) = (ushort)(start + BitOperations.TrailingZeroCount(bits));
            bits &= bits - 1;
            Unsafe.Add(ref positions, 9) = (ushort)(start + BitOperations.TrailingZeroCount(bits));
            bits &= bits - 1;
            if (bits == 0)
                return;
        }
    }
}
