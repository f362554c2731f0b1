namespace Amazon.CloudWatch.Model;

/// <summary>A statistic of a metric.</summary>
public class MetricStat
{
    /// <summary>The metric.</summary>
    public Metric? Metric { get; set; }

    /// <summary>The seconds of a period.</summary>
    public int? Period { get; set; }

    /// <summary>The statistic, such as Sum or p99.</summary>
    public string? Stat { get; set; }

    /// <summary>Only values of this unit.</summary>
    public StandardUnit? Unit { get; set; }
}
