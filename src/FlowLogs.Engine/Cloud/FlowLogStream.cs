namespace FlowLogs;

/// <summary>A log stream; a flow log writes one for each network interface. A member the service did not give is null.</summary>
public sealed class FlowLogStream
{
    /// <summary>The group it lies in.</summary>
    public required string LogGroupName { get; init; }

    /// <summary>The stream's name, such as <c>eni-0123456789abcdef0-all</c>.</summary>
    public required string LogStreamName { get; init; }

    /// <summary>When the stream was made.</summary>
    public DateTimeOffset? CreationTime { get; init; }

    /// <summary>The time of the earliest event.</summary>
    public DateTimeOffset? FirstEventTimestamp { get; init; }

    /// <summary>The time of the latest event; the service may be an hour late with it.</summary>
    public DateTimeOffset? LastEventTimestamp { get; init; }

    /// <summary>When the service last received an event.</summary>
    public DateTimeOffset? LastIngestionTime { get; init; }

    /// <summary>The stream's ARN.</summary>
    public string? Arn { get; init; }

    /// <inheritdoc/>
    public override string ToString() => LogStreamName;
}
