using System.Text.RegularExpressions;

namespace FlowLogs.Cloud;

/// <summary>The statistics that CloudWatch makes of the values of a period.</summary>
public static partial class MetricStatistics
{
    /// <summary>Those that have a name.</summary>
    public static IReadOnlyList<string> Names { get; } = ["Average", "Maximum", "Minimum", "SampleCount", "Sum"];

    /// <summary>Checks a statistic.</summary>
    /// <exception cref="FlowLogException"><c>InvalidStatistic</c>: neither a name nor a percentile or its like.</exception>
    public static void Check(string statistic)
    {
        if (!Names.Contains(statistic) && !Extended().IsMatch(statistic))
        {
            throw new FlowLogException(
                "InvalidStatistic",
                FlowErrorKind.InvalidArgument,
                $"\"{statistic}\" is no statistic; these are {string.Join(", ", Names)}, and percentiles such as p99 or p99.9.",
                statistic);
        }
    }

    // p99, trimmed means and the like: tm90, TM(10%:90%), IQM.
    [GeneratedRegex(
        @"^(?:(?:p|tm|tc|ts|wm)(?:100|[0-9]{1,2}(?:\.[0-9]{1,10})?)|(?:TM|TC|TS|WM|PR)\([0-9.%]*:[0-9.%]*\)|IQM)\z",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Extended();
}
