using System.Numerics;
using System.Runtime.CompilerServices;

namespace FlowLogs.Scanning;

/// <summary>Finds the bits that are set.</summary>
internal static class BitPositions
{
    /// <summary>So many positions are written at once without asking whether there are as many.</summary>
    public const int Stride = 10;

    /// <summary>Writes down the numbers of the bits that are set, in steps of <see cref="Stride"/>.</summary>
    /// <param name="positions">Takes them.</param>
    /// <param name="bits">The bits, the lowest first.</param>
    /// <param name="start">The number of the lowest bit.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref ushort positions, ulong bits, int start)
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
