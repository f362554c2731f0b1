using FlowLogs.Filtering;

namespace FlowLogs.Sandbox.Store;

/// <summary>A subscription filter as it is kept.</summary>
internal sealed record SubscriptionFilter
{
    /// <summary>How records reach a Kinesis stream; the first is the usual way.</summary>
    public static readonly string[] Distributions = ["ByLogStream", "Random"];

    public required string Name { get; init; }

    public required FilterPattern Pattern { get; init; }

    public required string DestinationArn { get; init; }

    public required long CreationTime { get; init; }

    public string? RoleArn { get; init; }

    public string Distribution { get; init; } = Distributions[0];

    public bool ApplyOnTransformedLogs { get; init; }

    public string? FieldSelectionCriteria { get; init; }

    public IReadOnlyList<string> SystemFields { get; init; } = [];
}
