namespace FlowLogs;

/// <summary>An alarm of CloudWatch on a metric. A member the service did not give is null.</summary>
public sealed class FlowAlarm
{
    /// <summary>The alarm's name, unique in its account and Region.</summary>
    public required string AlarmName { get; init; }

    /// <summary>The description.</summary>
    public string? AlarmDescription { get; init; }

    /// <summary>OK, ALARM or INSUFFICIENT_DATA.</summary>
    public string? StateValue { get; init; }

    /// <summary>The service's words for why it is in its state.</summary>
    public string? StateReason { get; init; }

    /// <summary>When it came into its state.</summary>
    public DateTimeOffset? StateUpdatedTimestamp { get; init; }

    /// <summary>The metric it watches; null for an alarm on an expression of several.</summary>
    public string? MetricName { get; init; }

    /// <summary>The metric's namespace.</summary>
    public string? MetricNamespace { get; init; }

    /// <summary>The metric's dimensions, names and values.</summary>
    public IReadOnlyDictionary<string, string> Dimensions { get; init; } = new Dictionary<string, string>();

    /// <summary>What is made of the values of a period: Sum, Average, Minimum, Maximum, SampleCount, or a percentile such as p99.</summary>
    public string? Statistic { get; init; }

    /// <summary>The seconds of a period.</summary>
    public int? Period { get; init; }

    /// <summary>Only values of this unit; null for all.</summary>
    public string? Unit { get; init; }

    /// <summary>How the statistic is compared with the threshold, such as GreaterThanOrEqualToThreshold.</summary>
    public string? ComparisonOperator { get; init; }

    /// <summary>What the statistic is compared with.</summary>
    public double? Threshold { get; init; }

    /// <summary>How many periods are looked at.</summary>
    public int EvaluationPeriods { get; init; }

    /// <summary>How many of them have to be beyond the threshold; null for all.</summary>
    public int? DatapointsToAlarm { get; init; }

    /// <summary>What a period without data counts as: breaching, notBreaching, ignore or missing.</summary>
    public string? TreatMissingData { get; init; }

    /// <summary>Whether its actions are carried out.</summary>
    public bool ActionsEnabled { get; init; } = true;

    /// <summary>The ARNs of what is done when it goes to ALARM.</summary>
    public IReadOnlyList<string> AlarmActions { get; init; } = [];

    /// <summary>The ARNs of what is done when it goes to OK.</summary>
    public IReadOnlyList<string> OKActions { get; init; } = [];

    /// <summary>The ARNs of what is done when it goes to INSUFFICIENT_DATA.</summary>
    public IReadOnlyList<string> InsufficientDataActions { get; init; } = [];

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? AlarmConfigurationUpdatedTimestamp { get; init; }

    /// <summary>The alarm's ARN.</summary>
    public string? AlarmArn { get; init; }

    /// <inheritdoc/>
    public override string ToString() => AlarmName;
}
