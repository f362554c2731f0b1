namespace FlowLogs.Cloud;

/// <summary>The periods that CloudWatch can give datapoints of.</summary>
public static class MetricPeriods
{
    private const int MaxDatapoints = 1440;
    private static readonly int[] Usual = [60, 300, 900, 3600, 21_600, 86_400];

    /// <summary>Whether a length is a period: 1, 5, 10, 20 or 30 seconds, or whole minutes.</summary>
    /// <param name="seconds">The length in seconds.</param>
    public static bool IsPeriod(int seconds) => seconds is 1 or 5 or 10 or 20 or 30 || (seconds >= 60 && seconds % 60 == 0);

    /// <summary>
    /// The shortest usual period that gives at most 1,440 datapoints, and that the service still has: after 15 days it
    /// keeps five minutes, after 63 days hours.
    /// </summary>
    /// <param name="start">The beginning of the range.</param>
    /// <param name="end">Its end.</param>
    /// <param name="now">The time it is.</param>
    /// <returns>Seconds.</returns>
    public static int Choose(DateTimeOffset start, DateTimeOffset end, DateTimeOffset now)
    {
        var kept = (now - start).TotalDays switch
        {
            > 63 => 3600,
            > 15 => 300,
            _ => 60,
        };
        var seconds = (end - start).TotalSeconds;
        return Array.Find(Usual, period => period >= kept && seconds / period <= MaxDatapoints) is var found and > 0 ? found : Usual[^1];
    }
}
