namespace FlowLogs.Cloud;

/// <summary>Which flow logs to describe: those that meet all that is given. Wildcards are <c>*</c> and <c>?</c>.</summary>
public sealed record FlowLogQuery
{
    /// <summary>Ids of flow logs; empty for all.</summary>
    public IReadOnlyList<string> FlowLogIds { get; init; } = [];

    /// <summary>The log group that they are delivered to.</summary>
    public string? LogGroupName { get; init; }

    /// <summary>The resource that is logged.</summary>
    public string? ResourceId { get; init; }

    /// <summary>cloud-watch-logs, s3 or kinesis-data-firehose.</summary>
    public string? LogDestinationType { get; init; }
}

/// <summary>What CreateFlowLogs did.</summary>
/// <param name="FlowLogIds">The ids of the flow logs that it made.</param>
/// <param name="Failures">What became of the other resources; the target is the resource's id.</param>
public sealed record CreatedFlowLogs(IReadOnlyList<string> FlowLogIds, IReadOnlyList<FlowLogException> Failures);

/// <summary>
/// The operations of EC2 that the module uses, one call each. Every method throws <see cref="FlowLogException"/> for
/// whatever the service or the network answers.
/// </summary>
public interface ICloudNetwork : ICloudService
{
    /// <summary>
    /// Region, endpoint and access key id: connections with the same see the same flow logs. Not for showing.
    /// </summary>
    Task<string> GetIdentityAsync(CancellationToken cancellationToken);

    /// <summary>A page of DescribeFlowLogs.</summary>
    Task<CloudPage<FlowLog>> DescribeFlowLogsAsync(FlowLogQuery query, string? nextToken, CancellationToken cancellationToken);

    /// <summary>CreateFlowLogs. What it could do for only some of the resources is no exception.</summary>
    Task<CreatedFlowLogs> CreateFlowLogsAsync(FlowLogSettings settings, CancellationToken cancellationToken);

    /// <summary>DeleteFlowLogs of one flow log.</summary>
    Task DeleteFlowLogAsync(string flowLogId, CancellationToken cancellationToken);
}
