using FlowLogs.Reading;

namespace FlowLogs.Cloud.Events;

/// <summary>How a time range is read.</summary>
internal sealed record EventRangeSettings
{
    /// <summary>How many slices are read at once. Twice as many may be in memory.</summary>
    public int Parallel { get; init; } = 8;

    /// <summary>How many events a slice should have: several pages, because a slice's last page is mostly empty.</summary>
    public int SliceTarget { get; init; } = 20_000;

    /// <summary>How many events a slice may have; one that has more is cut, unless it is one millisecond.</summary>
    public int SliceLimit { get; init; } = 50_000;

    /// <summary>How often a slice is begun anew because its paging cannot go on.</summary>
    public int MaxRestarts { get; init; } = 5;

    /// <summary>How long failing calls are tried again.</summary>
    public RetryLimits Retry { get; init; } = new();

    /// <summary>The most calls a second; null for as many as the service takes.</summary>
    public double? MaxRequestsPerSecond { get; init; }

    /// <summary>Takes the counts.</summary>
    public ReadTally Tally { get; init; } = new();

    /// <summary>The settings of a reading.</summary>
    public static EventRangeSettings Of(FlowReadOptions options) =>
        new() { MaxRequestsPerSecond = options.MaxRequestsPerSecond, Tally = options.Tally ?? new ReadTally() };

    /// <summary>Whether so many events tell how many there are in the time around them.</summary>
    public bool IsTelling(int events) => events >= Math.Max(1, SliceTarget / 4);
}
