using System.Buffers.Binary;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>Event ids: 56 digits that begin with the time, like the service's.</summary>
internal static class EventIds
{
    public const int Length = 56;

    private const ulong HundredMillion = 100_000_000;

    /// <summary>Writes the id of an event as ASCII digits. It is the same whenever the event is asked for.</summary>
    public static void Write(EventPosition position, Span<byte> digits)
    {
        // From the end to the front: what is written in eights reaches into the part before.
        WriteTwenty(Scatter(~(ulong)position.Sequence), digits[32..Length]);
        WriteTwenty(Scatter((ulong)position.Sequence), digits[12..36]);
        var (high, low) = Math.DivRem((ulong)position.Timestamp, HundredMillion);
        WriteEight((uint)high, digits);
        WriteEight((uint)low, digits[8..]);
        digits[0] = (byte)'3';
    }

    // Twenty digits, behind four that are written over later.
    private static void WriteTwenty(ulong value, Span<byte> digits)
    {
        var (rest, low) = Math.DivRem(value, HundredMillion);
        var (high, middle) = Math.DivRem(rest, HundredMillion);
        WriteEight((uint)high, digits);
        WriteEight((uint)middle, digits[8..]);
        WriteEight((uint)low, digits[16..]);
    }

    // All eight at once: a number in each half of a word becomes one in each quarter, and one in each byte.
    private static void WriteEight(uint value, Span<byte> digits)
    {
        var fours = (value / 10_000) | ((ulong)(value % 10_000) << 32);
        var hundreds = ((fours * 10_486) >> 20) & 0x0000_007F_0000_007F;
        var twos = hundreds | ((fours - (hundreds * 100)) << 16);
        var tens = ((twos * 103) >> 10) & 0x000F_000F_000F_000F;
        var ones = tens | ((twos - (tens * 10)) << 8);
        BinaryPrimitives.WriteUInt64LittleEndian(digits, ones | 0x3030_3030_3030_3030);
    }

    // The finish of SplitMix64. Different numbers stay different, so that ids are unique without looking like a count.
    private static ulong Scatter(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
