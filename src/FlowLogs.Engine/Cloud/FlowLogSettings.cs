namespace FlowLogs.Cloud;

/// <summary>What CreateFlowLogs is to make: a flow log with these settings for each of several resources of one type.</summary>
public sealed record FlowLogSettings
{
    /// <summary>The ids of the resources, all of one type.</summary>
    public required IReadOnlyList<string> ResourceIds { get; init; }

    /// <summary>ACCEPT, REJECT or ALL; null for transit gateways and their attachments.</summary>
    public string? TrafficType { get; init; }

    /// <summary>The log group to deliver to; null for a bucket.</summary>
    public string? LogGroupName { get; init; }

    /// <summary>The role that may write to the log group.</summary>
    public string? RoleArn { get; init; }

    /// <summary>The bucket to deliver to, perhaps with a folder; null for a log group.</summary>
    public S3Uri? Bucket { get; init; }

    /// <summary>plain-text or parquet, of files in a bucket; null for AWS's default, plain-text.</summary>
    public string? FileFormat { get; init; }

    /// <summary>Whether folders in a bucket get the names that Hive tools know.</summary>
    public bool HiveCompatiblePartitions { get; init; }

    /// <summary>Whether a bucket gets folders for hours.</summary>
    public bool PerHourPartition { get; init; }

    /// <summary>The format as AWS writes it; null for AWS's default.</summary>
    public string? LogFormat { get; init; }

    /// <summary>60 or 600 seconds; null for AWS's default.</summary>
    public int? MaxAggregationInterval { get; init; }

    /// <summary>Tags for the new flow logs.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
