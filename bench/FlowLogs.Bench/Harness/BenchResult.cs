namespace FlowLogs.Bench.Harness;

/// <summary>What was measured of a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Ratio">The median of the rounds' ratios: the work's time by the baseline's.</param>
/// <param name="Seconds">The median time of the work over all messages.</param>
/// <param name="BaselineSeconds">The median time of the baseline.</param>
internal sealed record BenchResult(BenchCase Case, double Ratio, double Seconds, double BaselineSeconds)
{
    /// <summary>Messages a second.</summary>
    public double Rate => Case.Messages.Count / Seconds;

    public double BaselineRate => Case.Messages.Count / BaselineSeconds;

    public bool HasBound => Case.MaxRatio is not null || Case.MinRate is not null;

    public bool MeetsBounds => !(Ratio > Case.MaxRatio) && !(Rate < Case.MinRate);
}
