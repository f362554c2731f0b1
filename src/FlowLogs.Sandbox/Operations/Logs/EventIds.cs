using System.Buffers;
using System.Buffers.Text;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>Event ids: 56 digits that begin with the time, like the service's.</summary>
internal static class EventIds
{
    public const int Length = 56;

    /// <summary>Writes the id of an event as ASCII digits. It is the same whenever the event is asked for.</summary>
    public static void Write(EventPosition position, Span<byte> digits)
    {
        digits[0] = (byte)'3';
        WriteDigits((ulong)position.Timestamp, digits.Slice(1, 15));
        WriteDigits(Scatter((ulong)position.Sequence), digits.Slice(16, 20));
        WriteDigits(Scatter(~(ulong)position.Sequence), digits.Slice(36, 20));
    }

    private static void WriteDigits(ulong value, Span<byte> digits) =>
        Utf8Formatter.TryFormat(value, digits, out _, new StandardFormat('D', (byte)digits.Length));

    // The finish of SplitMix64. Different numbers stay different, so that ids are unique without looking like a count.
    private static ulong Scatter(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
