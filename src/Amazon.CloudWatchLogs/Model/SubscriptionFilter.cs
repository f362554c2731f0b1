namespace Amazon.CloudWatchLogs.Model;

/// <summary>A subscription filter.</summary>
public class SubscriptionFilter
{
    /// <summary>When it was made.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>The ARN of what gets the events.</summary>
    public string? DestinationArn { get; set; }

    /// <summary>How events are spread over the shards of a Kinesis stream.</summary>
    public Distribution? Distribution { get; set; }

    /// <summary>The name.</summary>
    public string? FilterName { get; set; }

    /// <summary>The pattern.</summary>
    public string? FilterPattern { get; set; }

    /// <summary>The log group it watches.</summary>
    public string? LogGroupName { get; set; }

    /// <summary>The ARN of the role that may deliver.</summary>
    public string? RoleArn { get; set; }
}
