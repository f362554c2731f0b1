using System.Globalization;
using FlowLogs.Bench.Harness;

namespace FlowLogs.Bench.Reporting;

/// <summary>Results in words.</summary>
internal static class ResultText
{
    public static string Line(BenchResult result) =>
        $"{Ratio(result),7} times {result.Case.BaselineName,-18} {Rate(result.Rate),7} M/s (baseline {Rate(result.BaselineRate)})"
        + $"  {Verdict(result),-8} {result.Case.Area}, {result.Case.Name}";

    public static string Ratio(BenchResult result) => Number(result.Ratio, "0.00");

    /// <summary>Millions a second.</summary>
    public static string Rate(double rate) => Number(rate / 1e6, rate < 1e7 ? "0.00" : "0.0");

    /// <summary>The bounds of a case; empty if it has none.</summary>
    public static string Bound(BenchCase one)
    {
        var bounds = new List<string>();
        if (one.MaxRatio is { } ratio)
            bounds.Add($"≤ {Number(ratio, "0.0#")} times");
        if (one.MinRate is { } rate)
            bounds.Add($"≥ {Number(rate / 1e6, "0.#")} M/s");
        return string.Join(", ", bounds);
    }

    public static string Verdict(BenchResult result) => !result.HasBound ? "" : result.MeetsBounds ? "met" : "**missed**";

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
