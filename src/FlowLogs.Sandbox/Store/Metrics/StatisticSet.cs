using System.Runtime.InteropServices;

namespace FlowLogs.Sandbox.Store.Metrics;

/// <summary>What is kept of the values of a stretch of time.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StatisticSet(double SampleCount, double Sum, double Minimum, double Maximum)
{
    /// <summary>The statistics that can be asked for.</summary>
    public static readonly string[] Names = ["SampleCount", "Average", "Sum", "Minimum", "Maximum"];

    public static StatisticSet Of(double value, double count = 1) => new(count, value * count, value, value);

    public static StatisticSet operator +(StatisticSet left, StatisticSet right) => new(
        left.SampleCount + right.SampleCount,
        left.Sum + right.Sum,
        Math.Min(left.Minimum, right.Minimum),
        Math.Max(left.Maximum, right.Maximum));

    /// <summary>One of <see cref="Names"/>.</summary>
    public double Get(string statistic) => statistic switch
    {
        "SampleCount" => SampleCount,
        "Average" => Sum / SampleCount,
        "Sum" => Sum,
        "Minimum" => Minimum,
        _ => Maximum,
    };
}
