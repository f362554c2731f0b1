using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>What is asked of DescribeMetricFilters.</summary>
public class DescribeMetricFiltersRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>The name of the log group.</summary>
    public string? LogGroupName { get; set; }

    /// <summary>Only filters whose name begins so; needs the log group.</summary>
    public string? FilterNamePrefix { get; set; }

    /// <summary>Only filters of this metric; needs the namespace.</summary>
    public string? MetricName { get; set; }

    /// <summary>Only filters of this namespace; needs the metric.</summary>
    public string? MetricNamespace { get; set; }

    /// <summary>The most filters a page may have, 1 to 50.</summary>
    public int? Limit { get; set; }

    /// <summary>The token of the page that is wanted; null for the first.</summary>
    public string? NextToken { get; set; }
}

/// <summary>The answer of DescribeMetricFilters.</summary>
public class DescribeMetricFiltersResponse : AmazonWebServiceResponse
{
    /// <summary>The filters.</summary>
    public List<MetricFilter>? MetricFilters { get; set; }

    /// <summary>The token of the next page; null on the last.</summary>
    public string? NextToken { get; set; }
}
