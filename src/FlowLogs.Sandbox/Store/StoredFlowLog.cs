using FlowLogs.Records;

namespace FlowLogs.Sandbox.Store;

/// <summary>A flow log, as EC2 describes it.</summary>
internal sealed record StoredFlowLog
{
    public const string CloudWatchLogs = "cloud-watch-logs";

    public const string S3 = "s3";

    public required string Id { get; init; }

    public required DateTimeOffset CreationTime { get; init; }

    public required string ResourceId { get; init; }

    /// <summary>ACCEPT, REJECT or ALL; null for transit gateways.</summary>
    public string? TrafficType { get; init; }

    public string DestinationType { get; init; } = CloudWatchLogs;

    /// <summary>The log group, where that is the destination.</summary>
    public string? LogGroupName { get; init; }

    /// <summary>The ARN of the destination; null where it was given as the name of a log group.</summary>
    public string? LogDestination { get; init; }

    public string LogFormat { get; init; } = FlowLogFormat.Default.ToString();

    /// <summary>60 or 600 seconds.</summary>
    public int MaxAggregationInterval { get; init; } = 600;

    public string? PermissionArn { get; init; }

    public string? CrossAccountRole { get; init; }

    /// <summary>How the files are laid out; null for destinations without files.</summary>
    public FileOptions? Files { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Tags { get; init; } = [];

    /// <summary>Whether another flow log has the same configuration and destination, which EC2 does not allow.</summary>
    public bool IsLike(StoredFlowLog other) =>
        (ResourceId, TrafficType, DestinationType, LogGroupName, LogDestination, LogFormat)
        == (other.ResourceId, other.TrafficType, other.DestinationType, other.LogGroupName, other.LogDestination, other.LogFormat);

    /// <summary>DestinationOptions.</summary>
    public sealed record FileOptions(
        string FileFormat = "plain-text", bool HiveCompatiblePartitions = false, bool PerHourPartition = false);
}
