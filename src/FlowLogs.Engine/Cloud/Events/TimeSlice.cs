using System.Globalization;

namespace FlowLogs.Cloud.Events;

/// <summary>A part of a time range, from its first to its last millisecond.</summary>
/// <param name="from">Epoch milliseconds; 0 is the beginning of all logs.</param>
/// <param name="to">Epoch milliseconds, inclusive.</param>
/// <param name="isSized">Whether it was cut to be read as one.</param>
internal sealed class TimeSlice(long from, long to, bool isSized = false)
{
    /// <summary>Its first millisecond.</summary>
    public long From => from;

    /// <summary>Its last millisecond.</summary>
    public long To => to;

    /// <summary>Whether it was cut to be read as one.</summary>
    public bool IsSized => isSized;

    /// <summary>Its milliseconds.</summary>
    public long Length => to - from + 1;

    /// <summary>The reading of it; null while it waits.</summary>
    public Task<SliceResult>? Work { get; set; }

    /// <summary>What became of it, once that has been taken note of. One that is to be cut has no result.</summary>
    public SliceResult? Result { get; set; }

    /// <summary>Whether it waits to be read.</summary>
    public bool IsWaiting => Work is null && Result is null;

    /// <summary>Whether it is read, or was read and is not given out yet.</summary>
    public bool HoldsEvents => Work is not null && Result is not SliceResult.Failed;

    /// <summary>Cuts it in two.</summary>
    /// <param name="at">The last millisecond of the first part; it is moved so that neither part is empty.</param>
    public (TimeSlice First, TimeSlice Remainder) Cut(long at)
    {
        at = Math.Clamp(at, from, to - 1);
        return (new TimeSlice(from, at, isSized: true), new TimeSlice(at + 1, to));
    }

    /// <summary>A time range as messages tell it.</summary>
    public static string Describe(long from, long to) => $"{Text(from)} to {Text(to)}";

    private static string Text(long milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
