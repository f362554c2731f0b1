using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>What is asked of FilterLogEvents.</summary>
public class FilterLogEventsRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>The name of the log group.</summary>
    public string? LogGroupName { get; set; }

    /// <summary>The name or the ARN of the log group; instead of <see cref="LogGroupName"/>.</summary>
    public string? LogGroupIdentifier { get; set; }

    /// <summary>Only these streams, at most 100.</summary>
    public List<string>? LogStreamNames { get; set; }

    /// <summary>Only streams whose name begins so; not together with names.</summary>
    public string? LogStreamNamePrefix { get; set; }

    /// <summary>The first timestamp that is wanted, epoch milliseconds.</summary>
    public long? StartTime { get; set; }

    /// <summary>The last timestamp that is wanted, epoch milliseconds.</summary>
    public long? EndTime { get; set; }

    /// <summary>A filter pattern; every event if not given.</summary>
    public string? FilterPattern { get; set; }

    /// <summary>Whether events of several streams are mixed by time.</summary>
    [Obsolete("The service says that it ignores this and always interleaves.")]
    public bool? Interleaved { get; set; }

    /// <summary>The most events a page may have, 1 to 10,000.</summary>
    public int? Limit { get; set; }

    /// <summary>The token of the page that is wanted; null for the first.</summary>
    public string? NextToken { get; set; }
}

/// <summary>The answer of FilterLogEvents.</summary>
public class FilterLogEventsResponse : AmazonWebServiceResponse
{
    /// <summary>The events of the page; none does not mean the end.</summary>
    public List<FilteredLogEvent>? Events { get; set; }

    /// <summary>The token of the next page; null on the last.</summary>
    public string? NextToken { get; set; }
}
