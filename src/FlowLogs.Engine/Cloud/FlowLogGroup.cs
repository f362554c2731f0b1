namespace FlowLogs;

/// <summary>A log group. A member the service did not give is null.</summary>
public sealed class FlowLogGroup
{
    /// <summary>The group's name.</summary>
    public required string LogGroupName { get; init; }

    /// <summary>When the group was made.</summary>
    public DateTimeOffset? CreationTime { get; init; }

    /// <summary>Days that events are kept; null for ever.</summary>
    public int? RetentionInDays { get; init; }

    /// <summary>How many metric filters it has.</summary>
    public int? MetricFilterCount { get; init; }

    /// <summary>Bytes stored, as the service last counted them.</summary>
    public long? StoredBytes { get; init; }

    /// <summary>STANDARD, INFREQUENT_ACCESS or DELIVERY.</summary>
    public string? LogGroupClass { get; init; }

    /// <summary>The key that encrypts it, where it has one of its own.</summary>
    public string? KmsKeyId { get; init; }

    /// <summary>The group's ARN, without a trailing <c>:*</c>.</summary>
    public string? LogGroupArn { get; init; }

    /// <inheritdoc/>
    public override string ToString() => LogGroupName;
}
