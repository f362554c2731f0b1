namespace Amazon.CloudWatch.Model;

/// <summary>What GetMetricData is to give.</summary>
public class MetricDataQuery
{
    /// <summary>A name for it in the answer; it begins with a small letter.</summary>
    public string? Id { get; set; }

    /// <summary>The statistic.</summary>
    public MetricStat? MetricStat { get; set; }

    /// <summary>Whether it is part of the answer.</summary>
    public bool? ReturnData { get; set; }
}
