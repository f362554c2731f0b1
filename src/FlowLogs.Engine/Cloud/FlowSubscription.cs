namespace FlowLogs;

/// <summary>A subscription filter: what it matches is delivered as it arrives. A member the service did not give is null.</summary>
public sealed class FlowSubscription
{
    /// <summary>The filter's name, unique in its group.</summary>
    public required string FilterName { get; init; }

    /// <summary>The group it watches.</summary>
    public required string LogGroupName { get; init; }

    /// <summary>The pattern that an event must match; empty for every event.</summary>
    public required string FilterPattern { get; init; }

    /// <summary>The ARN of what gets the events: a Lambda function, a stream of Kinesis or Firehose, a destination.</summary>
    public required string DestinationArn { get; init; }

    /// <summary>The ARN of the role that lets CloudWatch Logs deliver; null where it needs none.</summary>
    public string? RoleArn { get; init; }

    /// <summary>How events are spread over the shards of a Kinesis stream: ByLogStream or Random.</summary>
    public string? Distribution { get; init; }

    /// <summary>When the filter was made.</summary>
    public DateTimeOffset? CreationTime { get; init; }

    /// <inheritdoc/>
    public override string ToString() => FilterName;
}
