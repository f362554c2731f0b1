namespace FlowLogs;

/// <summary>A metric filter with its one metric transformation.</summary>
public sealed class FlowMetricFilter
{
    /// <summary>The filter's name, unique in its group.</summary>
    public required string FilterName { get; init; }

    /// <summary>The group it watches.</summary>
    public required string LogGroupName { get; init; }

    /// <summary>The pattern that an event must match; empty for every event.</summary>
    public required string FilterPattern { get; init; }

    /// <summary>The metric it writes to.</summary>
    public required string MetricName { get; init; }

    /// <summary>The metric's namespace.</summary>
    public required string MetricNamespace { get; init; }

    /// <summary>A number, or the field whose value is taken: <c>$bytes</c>, <c>$.bytes</c>.</summary>
    public string MetricValue { get; init; } = "1";

    /// <summary>The value written for an event that does not match; null for none.</summary>
    public double? DefaultValue { get; init; }

    /// <summary>The metric's unit, such as <c>Count</c> or <c>Bytes</c>; null for none.</summary>
    public string? Unit { get; init; }

    /// <summary>Dimension names and the fields their values come from; at most three.</summary>
    public IReadOnlyDictionary<string, string> Dimensions { get; init; } = new Dictionary<string, string>();

    /// <summary>When the filter was made.</summary>
    public DateTimeOffset? CreationTime { get; init; }

    /// <inheritdoc/>
    public override string ToString() => FilterName;
}
