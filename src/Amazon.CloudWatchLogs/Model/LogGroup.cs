namespace Amazon.CloudWatchLogs.Model;

/// <summary>A log group.</summary>
public class LogGroup
{
    /// <summary>The ARN, ending in <c>:*</c>.</summary>
    public string? Arn { get; set; }

    /// <summary>When it was made.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>The ARN of the key that encrypts it.</summary>
    public string? KmsKeyId { get; set; }

    /// <summary>The ARN, without an end of <c>:*</c>.</summary>
    public string? LogGroupArn { get; set; }

    /// <summary>The class.</summary>
    public LogGroupClass? LogGroupClass { get; set; }

    /// <summary>The name.</summary>
    public string? LogGroupName { get; set; }

    /// <summary>How many metric filters it has.</summary>
    public int? MetricFilterCount { get; set; }

    /// <summary>Days that events are kept; null for ever.</summary>
    public int? RetentionInDays { get; set; }

    /// <summary>Bytes stored.</summary>
    public long? StoredBytes { get; set; }
}
