using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>What is asked of PutSubscriptionFilter.</summary>
public class PutSubscriptionFilterRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>The name of the log group.</summary>
    public string? LogGroupName { get; set; }

    /// <summary>The filter's name.</summary>
    public string? FilterName { get; set; }

    /// <summary>The pattern; empty for every event.</summary>
    public string? FilterPattern { get; set; }

    /// <summary>The ARN of what gets the events.</summary>
    public string? DestinationArn { get; set; }

    /// <summary>The ARN of the role that may deliver to it; null where it needs none.</summary>
    public string? RoleArn { get; set; }

    /// <summary>How events are spread over the shards of a Kinesis stream; by log stream if not given.</summary>
    public Distribution? Distribution { get; set; }
}

/// <summary>The answer of PutSubscriptionFilter.</summary>
public class PutSubscriptionFilterResponse : AmazonWebServiceResponse
{
}
