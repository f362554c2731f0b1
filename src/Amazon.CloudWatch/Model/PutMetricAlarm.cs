using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

/// <summary>What is asked of PutMetricAlarm.</summary>
public class PutMetricAlarmRequest : AmazonCloudWatchRequest
{
    /// <summary>Whether the actions are carried out.</summary>
    public bool? ActionsEnabled { get; set; }

    /// <summary>The ARNs of what is done on ALARM, at most five.</summary>
    public List<string>? AlarmActions { get; set; }

    /// <summary>The description.</summary>
    public string? AlarmDescription { get; set; }

    /// <summary>The name.</summary>
    public string? AlarmName { get; set; }

    /// <summary>How the metric is compared with the threshold.</summary>
    public ComparisonOperator? ComparisonOperator { get; set; }

    /// <summary>How many of the evaluated periods have to be beyond the threshold; all if not given.</summary>
    public int? DatapointsToAlarm { get; set; }

    /// <summary>The metric's dimensions.</summary>
    public List<Dimension>? Dimensions { get; set; }

    /// <summary>How many periods are looked at.</summary>
    public int? EvaluationPeriods { get; set; }

    /// <summary>A percentile, such as p99; instead of a statistic.</summary>
    public string? ExtendedStatistic { get; set; }

    /// <summary>The ARNs of what is done on INSUFFICIENT_DATA, at most five.</summary>
    public List<string>? InsufficientDataActions { get; set; }

    /// <summary>The metric.</summary>
    public string? MetricName { get; set; }

    /// <summary>The metric's namespace.</summary>
    public string? Namespace { get; set; }

    /// <summary>The ARNs of what is done on OK, at most five.</summary>
    public List<string>? OKActions { get; set; }

    /// <summary>The seconds of a period.</summary>
    public int? Period { get; set; }

    /// <summary>What is made of the values of a period.</summary>
    public Statistic? Statistic { get; set; }

    /// <summary>What the metric is compared with.</summary>
    public double? Threshold { get; set; }

    /// <summary>What a period without data counts as: breaching, notBreaching, ignore or missing.</summary>
    public string? TreatMissingData { get; set; }

    /// <summary>Only values of this unit.</summary>
    public StandardUnit? Unit { get; set; }
}

/// <summary>The answer of PutMetricAlarm.</summary>
public class PutMetricAlarmResponse : AmazonWebServiceResponse
{
}
