using System.Runtime.InteropServices;

namespace FlowLogs.Sandbox.Store;

/// <summary>
/// A place in the order of events: by timestamp, then by the number the store gave the event when it came in.
/// As a bound it stands just before the event that has it.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct EventPosition(long Timestamp, long Sequence) : IComparable<EventPosition>
{
    /// <summary>The place before every event of a millisecond.</summary>
    public static EventPosition StartOf(long timestamp) => new(timestamp, 0);

    /// <summary>The place behind every event of a millisecond.</summary>
    public static EventPosition EndOf(long timestamp) =>
        timestamp == long.MaxValue ? new(timestamp, long.MaxValue) : new(timestamp + 1, 0);

    /// <summary>The place just behind this event.</summary>
    public EventPosition Behind() => this with { Sequence = Sequence + 1 };

    public int CompareTo(EventPosition other)
    {
        var byTime = Timestamp.CompareTo(other.Timestamp);
        return byTime != 0 ? byTime : Sequence.CompareTo(other.Sequence);
    }

    public static bool operator <(EventPosition left, EventPosition right) => left.CompareTo(right) < 0;

    public static bool operator >(EventPosition left, EventPosition right) => left.CompareTo(right) > 0;

    public static bool operator <=(EventPosition left, EventPosition right) => left.CompareTo(right) <= 0;

    public static bool operator >=(EventPosition left, EventPosition right) => left.CompareTo(right) >= 0;
}
