namespace FlowLogs.Sandbox.Store.Metrics;

/// <summary>The units of metrics.</summary>
internal static class StandardUnit
{
    /// <summary>What a value has that was written without a unit.</summary>
    public const string None = "None";

    public static readonly string[] All =
    [
        "Seconds", "Microseconds", "Milliseconds", "Bytes", "Kilobytes", "Megabytes", "Gigabytes", "Terabytes", "Bits",
        "Kilobits", "Megabits", "Gigabits", "Terabits", "Percent", "Count", "Bytes/Second", "Kilobytes/Second",
        "Megabytes/Second", "Gigabytes/Second", "Terabytes/Second", "Bits/Second", "Kilobits/Second",
        "Megabits/Second", "Gigabits/Second", "Terabits/Second", "Count/Second", None,
    ];
}
