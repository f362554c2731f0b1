namespace FlowLogs.Sandbox.Store.Metrics;

/// <summary>How an alarm compares a datapoint with its threshold.</summary>
internal static class Comparison
{
    public static readonly string[] Names =
    [
        "GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanThreshold", "LessThanOrEqualToThreshold",
    ];

    /// <summary>Whether a value is beyond the threshold.</summary>
    public static bool IsBreaching(this Alarm alarm, double value) => alarm.ComparisonOperator switch
    {
        "GreaterThanOrEqualToThreshold" => value >= alarm.Threshold,
        "GreaterThanThreshold" => value > alarm.Threshold,
        "LessThanThreshold" => value < alarm.Threshold,
        _ => value <= alarm.Threshold,
    };

    /// <summary>The comparison in words: <c>greater than or equal to</c>.</summary>
    public static string Words(string name) => name switch
    {
        "GreaterThanOrEqualToThreshold" => "greater than or equal to",
        "GreaterThanThreshold" => "greater than",
        "LessThanThreshold" => "less than",
        _ => "less than or equal to",
    };
}
