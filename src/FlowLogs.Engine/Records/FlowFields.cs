using System.Collections.Frozen;

namespace FlowLogs.Records;

/// <summary>
/// The table of all fields of VPC flow logs (versions 2 to 11) and transit gateway flow logs, from the AWS user guides
/// "Flow log records" and "Transit Gateway Flow Log records". The version 2 fields come first, in the order of the
/// default format.
/// </summary>
public static class FlowFields
{
    /// <summary>How many fields the default format has; they are the first ones of <see cref="All"/>.</summary>
    internal const int DefaultCount = 14;

    private static readonly FlowField[] Table =
    [
        new(FlowFieldId.Version, "version", FlowFieldType.Int32, 2),
        new(FlowFieldId.AccountId, "account-id", FlowFieldType.Text, 2),
        new(FlowFieldId.InterfaceId, "interface-id", FlowFieldType.Text, 2),
        new(FlowFieldId.SrcAddr, "srcaddr", FlowFieldType.Text, 2),
        new(FlowFieldId.DstAddr, "dstaddr", FlowFieldType.Text, 2),
        new(FlowFieldId.SrcPort, "srcport", FlowFieldType.Int32, 2),
        new(FlowFieldId.DstPort, "dstport", FlowFieldType.Int32, 2),
        new(FlowFieldId.Protocol, "protocol", FlowFieldType.Int32, 2),
        new(FlowFieldId.Packets, "packets", FlowFieldType.Int64, 2),
        new(FlowFieldId.Bytes, "bytes", FlowFieldType.Int64, 2),
        new(FlowFieldId.Start, "start", FlowFieldType.Time, 2),
        new(FlowFieldId.End, "end", FlowFieldType.Time, 2),
        new(FlowFieldId.Action, "action", FlowFieldType.Text, 2),
        new(FlowFieldId.LogStatus, "log-status", FlowFieldType.Text, 2),
        new(FlowFieldId.VpcId, "vpc-id", FlowFieldType.Text, 3),
        new(FlowFieldId.SubnetId, "subnet-id", FlowFieldType.Text, 3),
        new(FlowFieldId.InstanceId, "instance-id", FlowFieldType.Text, 3),
        new(FlowFieldId.TcpFlags, "tcp-flags", FlowFieldType.Int32, 3),
        new(FlowFieldId.Type, "type", FlowFieldType.Text, 3),
        new(FlowFieldId.PktSrcAddr, "pkt-srcaddr", FlowFieldType.Text, 3),
        new(FlowFieldId.PktDstAddr, "pkt-dstaddr", FlowFieldType.Text, 3),
        new(FlowFieldId.Region, "region", FlowFieldType.Text, 4),
        new(FlowFieldId.AzId, "az-id", FlowFieldType.Text, 4),
        new(FlowFieldId.SublocationType, "sublocation-type", FlowFieldType.Text, 4),
        new(FlowFieldId.SublocationId, "sublocation-id", FlowFieldType.Text, 4),
        new(FlowFieldId.PktSrcAwsService, "pkt-src-aws-service", FlowFieldType.Text, 5),
        new(FlowFieldId.PktDstAwsService, "pkt-dst-aws-service", FlowFieldType.Text, 5),
        new(FlowFieldId.FlowDirection, "flow-direction", FlowFieldType.Text, 5),
        new(FlowFieldId.TrafficPath, "traffic-path", FlowFieldType.Int32, 5),
        new(FlowFieldId.EcsClusterArn, "ecs-cluster-arn", FlowFieldType.Text, 7),
        new(FlowFieldId.EcsClusterName, "ecs-cluster-name", FlowFieldType.Text, 7),
        new(FlowFieldId.EcsContainerInstanceArn, "ecs-container-instance-arn", FlowFieldType.Text, 7),
        new(FlowFieldId.EcsContainerInstanceId, "ecs-container-instance-id", FlowFieldType.Text, 7),
        new(FlowFieldId.EcsContainerId, "ecs-container-id", FlowFieldType.Text, 7),
        new(FlowFieldId.EcsSecondContainerId, "ecs-second-container-id", FlowFieldType.Text, 7),
        new(FlowFieldId.EcsServiceName, "ecs-service-name", FlowFieldType.Text, 7),
        new(FlowFieldId.EcsTaskDefinitionArn, "ecs-task-definition-arn", FlowFieldType.Text, 7),
        new(FlowFieldId.EcsTaskArn, "ecs-task-arn", FlowFieldType.Text, 7),
        new(FlowFieldId.EcsTaskId, "ecs-task-id", FlowFieldType.Text, 7),
        new(FlowFieldId.RejectReason, "reject-reason", FlowFieldType.Text, 8),
        new(FlowFieldId.ResourceId, "resource-id", FlowFieldType.Text, 9),
        new(FlowFieldId.EncryptionStatus, "encryption-status", FlowFieldType.Int32, 10),
        new(FlowFieldId.InstanceTag, "instance-tag", FlowFieldType.Text, 11),
        new(FlowFieldId.InstanceTag2, "instance-tag-2", FlowFieldType.Text, 11),
        new(FlowFieldId.InterfaceTag, "interface-tag", FlowFieldType.Text, 11),
        new(FlowFieldId.InterfaceTag2, "interface-tag-2", FlowFieldType.Text, 11),
        new(FlowFieldId.AsgTag, "asg-tag", FlowFieldType.Text, 11),
        new(FlowFieldId.AsgTag2, "asg-tag-2", FlowFieldType.Text, 11),
        new(FlowFieldId.InterfaceType, "interface-type", FlowFieldType.Text, 11),
        new(FlowFieldId.NextHopInterfaceId, "next-hop-interface-id", FlowFieldType.Text, 11),
        new(FlowFieldId.NextHopSubnetId, "next-hop-subnet-id", FlowFieldType.Text, 11),
        new(FlowFieldId.NextHopAzId, "next-hop-az-id", FlowFieldType.Text, 11),
        new(FlowFieldId.NextHopVpcId, "next-hop-vpc-id", FlowFieldType.Text, 11),
        new(FlowFieldId.NextHopInterfaceType, "next-hop-interface-type", FlowFieldType.Text, 11),

        // Transit gateways only.
        new(FlowFieldId.ResourceType, "resource-type", FlowFieldType.Text, 6),
        new(FlowFieldId.TgwId, "tgw-id", FlowFieldType.Text, 6),
        new(FlowFieldId.TgwAttachmentId, "tgw-attachment-id", FlowFieldType.Text, 6),
        new(FlowFieldId.TgwSrcVpcAccountId, "tgw-src-vpc-account-id", FlowFieldType.Text, 6),
        new(FlowFieldId.TgwDstVpcAccountId, "tgw-dst-vpc-account-id", FlowFieldType.Text, 6),
        new(FlowFieldId.TgwSrcVpcId, "tgw-src-vpc-id", FlowFieldType.Text, 6),
        new(FlowFieldId.TgwDstVpcId, "tgw-dst-vpc-id", FlowFieldType.Text, 6),
        new(FlowFieldId.TgwSrcSubnetId, "tgw-src-subnet-id", FlowFieldType.Text, 6),
        new(FlowFieldId.TgwDstSubnetId, "tgw-dst-subnet-id", FlowFieldType.Text, 6),
        new(FlowFieldId.TgwSrcEni, "tgw-src-eni", FlowFieldType.Text, 6),
        new(FlowFieldId.TgwDstEni, "tgw-dst-eni", FlowFieldType.Text, 6),
        new(FlowFieldId.TgwSrcAzId, "tgw-src-az-id", FlowFieldType.Text, 6),
        new(FlowFieldId.TgwDstAzId, "tgw-dst-az-id", FlowFieldType.Text, 6),
        new(FlowFieldId.TgwPairAttachmentId, "tgw-pair-attachment-id", FlowFieldType.Text, 6),
        new(FlowFieldId.PacketsLostNoRoute, "packets-lost-no-route", FlowFieldType.Int64, 6),
        new(FlowFieldId.PacketsLostBlackhole, "packets-lost-blackhole", FlowFieldType.Int64, 6),
        new(FlowFieldId.PacketsLostMtuExceeded, "packets-lost-mtu-exceeded", FlowFieldType.Int64, 6),
        new(FlowFieldId.PacketsLostTtlExpired, "packets-lost-ttl-expired", FlowFieldType.Int64, 6),
    ];

    private static readonly FrozenDictionary<string, FlowField> ByName =
        Table.ToFrozenDictionary(static field => field.Name, StringComparer.Ordinal);

    /// <summary>All fields that the module knows.</summary>
    public static IReadOnlyList<FlowField> All => Table;

    /// <summary>The field of that name, or null.</summary>
    /// <param name="name">AWS's name, lower case, with hyphens or underscores (as in Athena and Parquet).</param>
    public static FlowField? Find(string name) => ByName.GetValueOrDefault(name.Replace('_', '-'));

    /// <summary>The row of a field.</summary>
    internal static FlowField Get(FlowFieldId id) => Table[(int)id];
}
