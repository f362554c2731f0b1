namespace FlowLogs;

/// <summary>What a metric was in one period.</summary>
public sealed class FlowMetricDatapoint
{
    /// <summary>When the period begins.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>The statistic's value.</summary>
    public required double Value { get; init; }

    /// <summary>The statistic: Sum, Average, Minimum, Maximum, SampleCount, or a percentile such as p99.</summary>
    public required string Statistic { get; init; }

    /// <summary>The seconds of the period.</summary>
    public required int Period { get; init; }

    /// <summary>The metric.</summary>
    public required string MetricName { get; init; }

    /// <summary>The metric's namespace.</summary>
    public required string MetricNamespace { get; init; }

    /// <summary>The unit that was asked for; null where values of all units are in it.</summary>
    public string? Unit { get; init; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Timestamp:yyyy-MM-ddTHH:mm:ssZ} {Value}");
}
