using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>What is asked of GetLogEvents.</summary>
public class GetLogEventsRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>The name of the log group.</summary>
    public string? LogGroupName { get; set; }

    /// <summary>The name or the ARN of the log group; instead of <see cref="LogGroupName"/>.</summary>
    public string? LogGroupIdentifier { get; set; }

    /// <summary>The name of the stream.</summary>
    public string? LogStreamName { get; set; }

    /// <summary>The first timestamp that is wanted.</summary>
    public DateTime? StartTime { get; set; }

    /// <summary>The timestamp before which events are wanted.</summary>
    public DateTime? EndTime { get; set; }

    /// <summary>Whether to begin with the earliest event.</summary>
    public bool? StartFromHead { get; set; }

    /// <summary>The most events a page may have, 1 to 10,000.</summary>
    public int? Limit { get; set; }

    /// <summary>A forward or backward token of an earlier answer.</summary>
    public string? NextToken { get; set; }
}

/// <summary>The answer of GetLogEvents.</summary>
public class GetLogEventsResponse : AmazonWebServiceResponse
{
    /// <summary>The events of the page.</summary>
    public List<OutputLogEvent>? Events { get; set; }

    /// <summary>The token for later events; the one that was sent at the end.</summary>
    public string? NextForwardToken { get; set; }

    /// <summary>The token for earlier events.</summary>
    public string? NextBackwardToken { get; set; }
}
