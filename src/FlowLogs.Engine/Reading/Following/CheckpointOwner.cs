namespace FlowLogs.Reading.Following;

/// <summary>What a checkpoint belongs to. It is good for nothing else.</summary>
public sealed record CheckpointOwner
{
    /// <summary>The log group's name or ARN; an ARN tells the account, too.</summary>
    public required string LogGroupName { get; init; }

    /// <summary>The streams as they were asked for, wildcards and all; null for all.</summary>
    public string? LogStreams { get; init; }

    /// <summary>The Region.</summary>
    public string? Region { get; init; }

    /// <summary>The host that is called.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The filter pattern; null for none.</summary>
    public string? FilterPattern { get; init; }

    /// <summary>The other conditions, as text; null for none.</summary>
    public string? Conditions { get; init; }

    internal IEnumerable<KeyValuePair<string, string>> Members =>
        new KeyValuePair<string, string?>[]
        {
            new("logGroup", LogGroupName),
            new("logStreams", LogStreams),
            new("region", Region),
            new("endpoint", Endpoint),
            new("filterPattern", FilterPattern),
            new("conditions", Conditions),
        }.Where(static member => !string.IsNullOrEmpty(member.Value))!;
}
