using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>What is asked of DescribeLogGroups.</summary>
public class DescribeLogGroupsRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>Only groups whose name begins so.</summary>
    public string? LogGroupNamePrefix { get; set; }

    /// <summary>The most groups a page may have, 1 to 50.</summary>
    public int? Limit { get; set; }

    /// <summary>The token of the page that is wanted; null for the first.</summary>
    public string? NextToken { get; set; }
}

/// <summary>The answer of DescribeLogGroups.</summary>
public class DescribeLogGroupsResponse : AmazonWebServiceResponse
{
    /// <summary>The groups, by name.</summary>
    public List<LogGroup>? LogGroups { get; set; }

    /// <summary>The token of the next page; null on the last.</summary>
    public string? NextToken { get; set; }
}
