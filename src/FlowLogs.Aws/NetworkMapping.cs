using Amazon.EC2;
using Amazon.EC2.Model;
using FlowLogs.Cloud;

namespace FlowLogs.Aws;

/// <summary>Between EC2's models and the engine's.</summary>
internal static class NetworkMapping
{
    public static DescribeFlowLogsRequest ToDescribeRequest(FlowLogQuery query, string? nextToken)
    {
        var filters = new List<Filter>();
        Add("flow-log-id", query.FlowLogIds);
        Add("log-group-name", query.LogGroupName);
        Add("resource-id", query.ResourceId);
        Add("log-destination-type", query.LogDestinationType);
        return new DescribeFlowLogsRequest { Filter = filters.Count == 0 ? null : filters, NextToken = nextToken };

        void Add(string name, params IReadOnlyList<string?> values)
        {
            if (values is [not null, ..])
                filters.Add(new Filter(name, [.. values.OfType<string>()]));
        }
    }

    public static CreateFlowLogsRequest ToCreateRequest(FlowLogSettings settings, string partition) => new()
    {
        // The SDK tries again where no answer came; with this, what was made already is not in the way then.
        ClientToken = Guid.NewGuid().ToString(),
        ResourceIds = [.. settings.ResourceIds],
        ResourceType = FlowLogRules.ResourceType(settings.ResourceIds[0]),
        TrafficType = settings.TrafficType,
        LogDestinationType = settings.Bucket is null ? LogDestinationType.CloudWatchLogs : LogDestinationType.S3,
        LogGroupName = settings.LogGroupName,
        DeliverLogsPermissionArn = settings.RoleArn,
        LogDestination = settings.Bucket is { } bucket ? ToArn(bucket, partition) : null,
        DestinationOptions = settings is { FileFormat: null, HiveCompatiblePartitions: false, PerHourPartition: false }
            ? null
            : new DestinationOptionsRequest
            {
                FileFormat = settings.FileFormat,
                HiveCompatiblePartitions = settings.HiveCompatiblePartitions,
                PerHourPartition = settings.PerHourPartition,
            },
        LogFormat = settings.LogFormat,
        MaxAggregationInterval = settings.MaxAggregationInterval,
        TagSpecifications = settings.Tags.Count == 0
            ? null
            : [new TagSpecification { ResourceType = ResourceType.VpcFlowLog, Tags = [.. settings.Tags.Select(static tag => new Tag(tag.Key, tag.Value))] }],
    };

    public static FlowLogs.FlowLog ToFlowLog(Amazon.EC2.Model.FlowLog log) => new()
    {
        FlowLogId = log.FlowLogId ?? "",
        ResourceId = log.ResourceId,
        TrafficType = log.TrafficType?.Value,
        LogDestinationType = log.LogDestinationType?.Value,
        LogGroupName = log.LogGroupName,
        LogDestination = log.LogDestination,
        LogFormat = log.LogFormat,
        MaxAggregationInterval = log.MaxAggregationInterval,
        FlowLogStatus = log.FlowLogStatus,
        DeliverLogsStatus = log.DeliverLogsStatus,
        DeliverLogsErrorMessage = log.DeliverLogsErrorMessage,
        DeliverLogsPermissionArn = log.DeliverLogsPermissionArn,
        FileFormat = log.DestinationOptions?.FileFormat?.Value,
        HiveCompatiblePartitions = log.DestinationOptions?.HiveCompatiblePartitions,
        PerHourPartition = log.DestinationOptions?.PerHourPartition,
        CreationTime = Mapping.ToTime(log.CreationTime),
        Tags = (log.Tags ?? []).ToDictionary(static tag => tag.Key, static tag => tag.Value ?? ""),
    };

    private static string ToArn(S3Uri bucket, string partition) =>
        $"arn:{partition}:s3:::{bucket.Bucket}" + bucket.Path.Trim('/') switch
        {
            "" => "",
            var prefix => $"/{prefix}/",
        };
}
