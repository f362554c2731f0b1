using FlowLogs.Records;
using FlowLogs.Sandbox.Protocol.Ec2Query;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Ec2;

/// <summary>
/// Reads what CreateFlowLogs is asked for. The rules are those of the API reference of CreateFlowLogs.
/// </summary>
internal static class FlowLogRequest
{
    private const string LogGroupArn = ":log-group:";
    private const string Firehose = "kinesis-data-firehose";

    // Unlike those of a VPC, the logs of a transit gateway have all fields by default.
    private const string TransitGatewayFields =
        "version resource-type account-id tgw-id tgw-attachment-id tgw-src-vpc-account-id tgw-dst-vpc-account-id"
        + " tgw-src-vpc-id tgw-dst-vpc-id tgw-src-subnet-id tgw-dst-subnet-id tgw-src-eni tgw-dst-eni tgw-src-az-id"
        + " tgw-dst-az-id tgw-pair-attachment-id srcaddr dstaddr srcport dstport protocol packets bytes start end"
        + " log-status type packets-lost-no-route packets-lost-blackhole packets-lost-mtu-exceeded"
        + " packets-lost-ttl-expired tcp-flags region flow-direction pkt-src-aws-service pkt-dst-aws-service";

    private static readonly string[] TrafficTypes = ["ACCEPT", "REJECT", "ALL"];
    private static readonly string[] DestinationTypes = [StoredFlowLog.CloudWatchLogs, StoredFlowLog.S3, Firehose];
    private static readonly string[] FileFormats = ["plain-text", "parquet"];

    /// <summary>The types of resources, and what their ids begin with.</summary>
    public static readonly IReadOnlyDictionary<string, string> IdPrefixes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["VPC"] = "vpc-",
        ["Subnet"] = "subnet-",
        ["NetworkInterface"] = "eni-",
        ["TransitGateway"] = "tgw-",
        ["TransitGatewayAttachment"] = "tgw-attach-",
        ["RegionalNatGateway"] = "nat-",
    };

    /// <summary>A flow log as it is asked for; id, time and resource are missing.</summary>
    public static StoredFlowLog Read(QueryParameters request, string resourceType)
    {
        var isTransit = resourceType.StartsWith("TransitGateway", StringComparison.Ordinal);
        var type = request.Choice("LogDestinationType", DestinationTypes) ?? StoredFlowLog.CloudWatchLogs;
        var flowLog = new StoredFlowLog
        {
            Id = "",
            CreationTime = default,
            ResourceId = "",
            TrafficType = TrafficType(request, isTransit),
            DestinationType = type,
            LogFormat = Format(request, isTransit),
            MaxAggregationInterval = Interval(request, isTransit),
            PermissionArn = request.Text("DeliverLogsPermissionArn"),
            CrossAccountRole = request.Text("DeliverCrossAccountRole"),
            Files = Files(request.Structure("DestinationOptions"), type),
            Tags = Tags(request),
        };
        return type == StoredFlowLog.CloudWatchLogs ? ToLogGroup(request, flowLog) : ToArn(request, flowLog);
    }

    private static string? TrafficType(QueryParameters request, bool isTransit)
    {
        var type = request.Choice("TrafficType", TrafficTypes);
        if (isTransit && type is not null)
            throw Ec2Error.InvalidParameter("TrafficType is not supported for transit gateway resource types.");
        return isTransit ? null : type ?? throw Ec2Error.Missing("TrafficType");
    }

    private static int Interval(QueryParameters request, bool isTransit)
    {
        var interval = request.Number("MaxAggregationInterval", int.MinValue, int.MaxValue) ?? (isTransit ? 60 : 600);
        return interval == 60 || (interval == 600 && !isTransit)
            ? interval
            : throw Ec2Error.InvalidParameter("Invalid Flow Log Max Aggregation Interval");
    }

    // One blank between the fields and none around them: the service is as strict.
    private static string Format(QueryParameters request, bool isTransit)
    {
        if (request.Text("LogFormat") is not { } format)
            return (isTransit ? FlowLogFormat.Parse(TransitGatewayFields) : FlowLogFormat.Default).ToString();

        var names = new List<string>();
        foreach (var word in format.Split(' '))
        {
            if (word.Length < 4 || !word.StartsWith("${", StringComparison.Ordinal) || !word.EndsWith('}'))
            {
                throw Ec2Error.InvalidValue(
                    $"1 validation error detected: Value '{format}' at 'logFormat' has an invalid format");
            }

            names.Add(word[2..^1]);
        }

        var unknown = names.Where(static name => FlowFields.Find(name)?.Name != name).ToList();
        return unknown.Count == 0
            ? format
            : throw Ec2Error.InvalidParameter($"Unknown fields provided: {string.Join(", ", unknown)}");
    }

    private static StoredFlowLog ToLogGroup(QueryParameters request, StoredFlowLog flowLog)
    {
        var name = request.Text("LogGroupName");
        var arn = request.Text("LogDestination");
        if (name is not null && arn is not null)
            throw Ec2Error.InvalidParameter("Please only provide LogGroupName or only provide LogDestination.");
        if (flowLog.PermissionArn is null)
        {
            throw Ec2Error.InvalidParameter(
                "DeliverLogsPermissionArn can't be empty if LogDestinationType is cloud-watch-logs.");
        }

        if (arn is not null)
        {
            var start = arn.IndexOf(LogGroupArn, StringComparison.Ordinal);
            name = start < 0 ? null : arn[(start + LogGroupArn.Length)..].Split(':')[0];
            if (string.IsNullOrEmpty(name))
                throw Ec2Error.InvalidParameter($"LogDestination: {arn} is not the ARN of a log group.");
        }

        return flowLog with
        {
            LogGroupName = name
                ?? throw Ec2Error.InvalidParameter("LogDestination can't be empty if LogGroupName is not provided."),
            LogDestination = arn,
        };
    }

    private static StoredFlowLog ToArn(QueryParameters request, StoredFlowLog flowLog)
    {
        if (request.Text("LogGroupName") is not null)
        {
            throw Ec2Error.InvalidParameter(
                "LogDestination type must be cloud-watch-logs if LogGroupName is provided.");
        }

        var arn = request.Text("LogDestination")
            ?? throw Ec2Error.InvalidParameter("LogDestination can't be empty if LogGroupName is not provided.");
        if (flowLog.DestinationType == StoredFlowLog.S3)
            S3Destination.Parse(arn);
        else if (!arn.StartsWith("arn:aws:firehose:", StringComparison.Ordinal))
            throw Ec2Error.InvalidParameter($"LogDestination: {arn} is not the ARN of a delivery stream.");
        return flowLog with { LogDestination = arn };
    }

    private static StoredFlowLog.FileOptions? Files(QueryParameters options, string type)
    {
        var format = options.Choice("FileFormat", FileFormats);
        var hive = options.Flag("HiveCompatiblePartitions");
        var hourly = options.Flag("PerHourPartition");
        if (type == StoredFlowLog.S3)
            return new StoredFlowLog.FileOptions(format ?? FileFormats[0], hive, hourly);
        return format is null && !hive && !hourly
            ? null
            : throw Ec2Error.InvalidParameter("DestinationOptions can only be used if LogDestinationType is s3.");
    }

    private static List<KeyValuePair<string, string>> Tags(QueryParameters request)
    {
        var tags = new List<KeyValuePair<string, string>>();
        foreach (var specification in request.Structures("TagSpecification"))
        {
            if (specification.RequiredText("ResourceType") is var type && type != "vpc-flow-log")
                throw Ec2Error.InvalidValue($"'{type}' is not a valid taggable resource type for this operation.");
            foreach (var tag in specification.Structures("Tag"))
                tags.Add(new(tag.RequiredText("Key"), tag.Text("Value") ?? ""));
        }

        return tags;
    }
}
