namespace FlowLogs.Cloud;

/// <summary>What to ask of StartLiveTail.</summary>
public sealed record LiveTailQuery
{
    /// <summary>How many streams or prefixes one session takes.</summary>
    public const int MaxStreams = 10;

    /// <summary>The log group's ARN; a name will not do here.</summary>
    public required string LogGroupArn { get; init; }

    /// <summary>Names of streams, at most <see cref="MaxStreams"/>; empty for all.</summary>
    public IReadOnlyList<string> LogStreamNames { get; init; } = [];

    /// <summary>Only streams whose name begins so; not together with names.</summary>
    public string? LogStreamNamePrefix { get; init; }

    /// <summary>A filter pattern for the service to apply.</summary>
    public string? FilterPattern { get; init; }
}

/// <summary>What a live tail tells about once a second.</summary>
/// <param name="Events">The events that arrived; they have no ids.</param>
/// <param name="IsSampled">Whether there were more than the service sends, which is 500 a second.</param>
public sealed record LiveTailUpdate(IReadOnlyList<CloudLogEvent> Events, bool IsSampled);
