using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>What is asked of DescribeLogStreams.</summary>
public class DescribeLogStreamsRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>The name of the log group.</summary>
    public string? LogGroupName { get; set; }

    /// <summary>The name or the ARN of the log group; instead of <see cref="LogGroupName"/>.</summary>
    public string? LogGroupIdentifier { get; set; }

    /// <summary>Only streams whose name begins so; only when ordered by name.</summary>
    public string? LogStreamNamePrefix { get; set; }

    /// <summary>By name, if not given.</summary>
    public OrderBy? OrderBy { get; set; }

    /// <summary>Whether the order is turned round.</summary>
    public bool? Descending { get; set; }

    /// <summary>The most streams a page may have, 1 to 50.</summary>
    public int? Limit { get; set; }

    /// <summary>The token of the page that is wanted; null for the first.</summary>
    public string? NextToken { get; set; }
}

/// <summary>The answer of DescribeLogStreams.</summary>
public class DescribeLogStreamsResponse : AmazonWebServiceResponse
{
    /// <summary>The streams.</summary>
    public List<LogStream>? LogStreams { get; set; }

    /// <summary>The token of the next page; null on the last.</summary>
    public string? NextToken { get; set; }
}
