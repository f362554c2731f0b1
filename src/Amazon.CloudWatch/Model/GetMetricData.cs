using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

/// <summary>What is asked of GetMetricData.</summary>
public class GetMetricDataRequest : AmazonCloudWatchRequest
{
    /// <summary>The end, which is not part of the range.</summary>
    public DateTime? EndTime { get; set; }

    /// <summary>The most datapoints a page may have, up to 100,800.</summary>
    public int? MaxDatapoints { get; set; }

    /// <summary>What to give, at most 500.</summary>
    public List<MetricDataQuery>? MetricDataQueries { get; set; }

    /// <summary>The token of the page that is wanted; null for the first.</summary>
    public string? NextToken { get; set; }

    /// <summary>The order; the newest first if not given.</summary>
    public ScanBy? ScanBy { get; set; }

    /// <summary>The start, which is part of the range.</summary>
    public DateTime? StartTime { get; set; }
}

/// <summary>The answer of GetMetricData.</summary>
public class GetMetricDataResponse : AmazonWebServiceResponse
{
    /// <summary>What there is to say about it.</summary>
    public List<MessageData>? Messages { get; set; }

    /// <summary>The datapoints.</summary>
    public List<MetricDataResult>? MetricDataResults { get; set; }

    /// <summary>The token of the next page; null on the last.</summary>
    public string? NextToken { get; set; }
}
