using FlowLogs.Records;

namespace FlowLogs;

/// <summary>A flow log: what of a network's traffic is logged, and where to. A member the service did not give is null.</summary>
public sealed class FlowLog
{
    private readonly Lazy<FlowLogFormat?> _format;

    /// <summary>Makes a flow log.</summary>
    public FlowLog() => _format = new Lazy<FlowLogFormat?>(ReadFormat);

    /// <summary>The flow log's id, <c>fl-...</c>.</summary>
    public required string FlowLogId { get; init; }

    /// <summary>What is logged: the id of a VPC, subnet, network interface, transit gateway or attachment, or NAT gateway.</summary>
    public string? ResourceId { get; init; }

    /// <summary>ACCEPT, REJECT or ALL; null for transit gateways, which know no difference.</summary>
    public string? TrafficType { get; init; }

    /// <summary>cloud-watch-logs, s3 or kinesis-data-firehose.</summary>
    public string? LogDestinationType { get; init; }

    /// <summary>The log group it is delivered to, where it is one.</summary>
    public string? LogGroupName { get; init; }

    /// <summary>The destination's ARN: of a bucket, with a folder perhaps, of a stream, or of a log group.</summary>
    public string? LogDestination { get; init; }

    /// <summary>The fields of its lines, as AWS writes them: <c>${version} ${account-id} ...</c>. Default formats are written out, too.</summary>
    public string? LogFormat { get; init; }

    /// <summary><see cref="LogFormat"/> as a format; null where there is none or it cannot be read.</summary>
    public FlowLogFormat? Format => _format.Value;

    /// <summary>The longest time that one record may stand for, in seconds: 60 or 600.</summary>
    public int? MaxAggregationInterval { get; init; }

    /// <summary>ACTIVE.</summary>
    public string? FlowLogStatus { get; init; }

    /// <summary>SUCCESS or FAILED.</summary>
    public string? DeliverLogsStatus { get; init; }

    /// <summary>Why the delivery failed: <c>Rate limited</c>, <c>Access error</c> or <c>Unknown error</c>.</summary>
    public string? DeliverLogsErrorMessage { get; init; }

    /// <summary>The role that writes to the log group.</summary>
    public string? DeliverLogsPermissionArn { get; init; }

    /// <summary>Of files in a bucket: plain-text or parquet.</summary>
    public string? FileFormat { get; init; }

    /// <summary>Whether folders in a bucket have the names that Hive tools know, as in <c>year=2026</c>.</summary>
    public bool? HiveCompatiblePartitions { get; init; }

    /// <summary>Whether folders in a bucket are those of hours, and not only of days.</summary>
    public bool? PerHourPartition { get; init; }

    /// <summary>When the flow log was made, in UTC.</summary>
    public DateTimeOffset? CreationTime { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <inheritdoc/>
    public override string ToString() => FlowLogId;

    private FlowLogFormat? ReadFormat()
    {
        try
        {
            return LogFormat is null ? null : FlowLogFormat.Parse(LogFormat);
        }
        catch (FlowLogException)
        {
            return null;
        }
    }
}
