namespace FlowLogs.Samples.Scenarios;

/// <summary>A stretch of time in epoch seconds.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends, not included; later than <paramref name="From"/>.</param>
/// <param name="LogEnd">Where the whole log ends; no record ends later.</param>
internal sealed record SampleSpan(long From, long To, long LogEnd)
{
    public long Seconds => To - From;

    /// <summary>A part that begins between two places, in percent, and is so long where there is room for it.</summary>
    public SampleSpan Part(SampleRandom random, int low, int high, long seconds)
    {
        var from = From + (long)(Seconds * (random.Between(low * 10, high * 10) / 1000.0));
        return this with { From = from, To = Math.Min(from + Math.Max(seconds, 1), To) };
    }
}
