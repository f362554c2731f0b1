using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace FlowLogs.Querying.Answers;

/// <summary>
/// Takes some bits out of numbers, so that numbers that differ in no others keep their order. Where the processor cannot put
/// them side by side, those between them come along.
/// </summary>
internal static class SomeBits
{
    /// <summary>How many bits come out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Count(ulong wanted) => Bmi2.X64.IsSupported ? BitOperations.PopCount(wanted) : CountAll(wanted);

    /// <summary>The bits of a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ulong number, ulong wanted) =>
        Bmi2.X64.IsSupported ? Bmi2.X64.ParallelBitExtract(number, wanted) : AllOf(number, wanted);

    /// <summary>How many bits there are from the first to the last one.</summary>
    internal static int CountAll(ulong wanted) =>
        wanted == 0 ? 0 : 64 - BitOperations.LeadingZeroCount(wanted) - BitOperations.TrailingZeroCount(wanted);

    /// <summary>The bits of a number from the first to the last one.</summary>
    internal static ulong AllOf(ulong number, ulong wanted)
    {
        if (wanted == 0)
            return 0;
        var above = BitOperations.LeadingZeroCount(wanted);
        return number << above >> above >> BitOperations.TrailingZeroCount(wanted);
    }
}
