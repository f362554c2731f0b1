using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>What is asked of DescribeSubscriptionFilters.</summary>
public class DescribeSubscriptionFiltersRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>The name of the log group.</summary>
    public string? LogGroupName { get; set; }

    /// <summary>Only filters whose name begins so.</summary>
    public string? FilterNamePrefix { get; set; }

    /// <summary>The most filters a page may have, 1 to 50.</summary>
    public int? Limit { get; set; }

    /// <summary>The token of the page that is wanted; null for the first.</summary>
    public string? NextToken { get; set; }
}

/// <summary>The answer of DescribeSubscriptionFilters.</summary>
public class DescribeSubscriptionFiltersResponse : AmazonWebServiceResponse
{
    /// <summary>The filters.</summary>
    public List<SubscriptionFilter>? SubscriptionFilters { get; set; }

    /// <summary>The token of the next page; null on the last.</summary>
    public string? NextToken { get; set; }
}
