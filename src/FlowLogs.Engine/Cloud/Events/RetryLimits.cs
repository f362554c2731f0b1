namespace FlowLogs.Cloud.Events;

/// <summary>How long a call is tried again while nothing gets on.</summary>
internal sealed record RetryLimits
{
    /// <summary>How often a call may fail in a row.</summary>
    public int MaxTries { get; init; } = 10;

    /// <summary>
    /// How often the connection may fail before the first call succeeds: a wrong endpoint or Region should not keep
    /// anyone waiting for long.
    /// </summary>
    public int MaxFirstTries { get; init; } = 3;

    /// <summary>How long, whatever the tries.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The longest wait before the second try; it doubles with each.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest wait of all.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>A wait after so many failures: by chance up to the longest, so that several callers do not come together again.</summary>
    public TimeSpan Delay(int failures)
    {
        var longest = Math.Min(MaxDelay.TotalMilliseconds, FirstDelay.TotalMilliseconds * Math.Pow(2, failures - 1));
#pragma warning disable CA5394 // Nothing depends on this being hard to guess.
        return TimeSpan.FromMilliseconds(longest * (0.5 + (Random.Shared.NextDouble() / 2)));
#pragma warning restore CA5394
    }
}
