using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>Event ids: 56 digits that begin with the time, like the service's.</summary>
internal static class EventIds
{
    public const int Length = 56;

    /// <summary>Writes the id of an event as ASCII digits. It is the same whenever the event is asked for.</summary>
    public static void Write(EventPosition position, Span<byte> digits)
    {
        // From the end to the front: what is written in sixteens reaches into the part before.
        WriteTwenty(Scatter(~(ulong)position.Sequence), digits[24..Length]);
        WriteTwenty(Scatter((ulong)position.Sequence), digits[4..36]);
        Digits.WriteSixteen((ulong)position.Timestamp, digits);
        digits[0] = (byte)'3';
    }

    // Twenty digits, behind twelve that are written over later.
    private static void WriteTwenty(ulong value, Span<byte> digits)
    {
        var (high, low) = Math.DivRem(value, Digits.TenQuadrillion);
        Digits.WriteSixteen(high, digits);
        Digits.WriteSixteen(low, digits[16..]);
    }

    // The finish of SplitMix64. Different numbers stay different, so that ids are unique without looking like a count.
    private static ulong Scatter(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
