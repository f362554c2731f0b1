using FieldId = FlowLogs.Records.FlowFieldId;

namespace FlowLogs;

/// <content>The fields as properties: null where the format lacks the field or the record has <c>-</c>.</content>
public sealed partial class FlowLogRecord
{
    /// <summary>The record's version.</summary>
    public int? Version => Int32(FieldId.Version);

    /// <summary>The account that owns the interface: 12 digits, or <c>unknown</c>.</summary>
    public string? AccountId => Text(FieldId.AccountId);

    /// <summary>The network interface.</summary>
    public string? InterfaceId => Text(FieldId.InterfaceId);

    /// <summary>The source address; for outgoing traffic the interface's own.</summary>
    public string? SrcAddr => Text(FieldId.SrcAddr);

    /// <summary>The destination address; for incoming traffic the interface's own.</summary>
    public string? DstAddr => Text(FieldId.DstAddr);

    /// <summary>The source port; 0 for protocols without ports.</summary>
    public int? SrcPort => Int32(FieldId.SrcPort);

    /// <summary>The destination port; 0 for protocols without ports.</summary>
    public int? DstPort => Int32(FieldId.DstPort);

    /// <summary>The IANA protocol number: 6 is TCP, 17 UDP, 1 ICMP.</summary>
    public int? Protocol => Int32(FieldId.Protocol);

    /// <summary>Packets in the interval.</summary>
    public long? Packets => Int64(FieldId.Packets);

    /// <summary>Bytes in the interval.</summary>
    public long? Bytes => Int64(FieldId.Bytes);

    /// <summary>When the first packet came, UTC.</summary>
    public DateTimeOffset? Start => Time(FieldId.Start);

    /// <summary>When the last packet came, UTC.</summary>
    public DateTimeOffset? End => Time(FieldId.End);

    /// <summary><c>ACCEPT</c> or <c>REJECT</c>.</summary>
    public string? Action => Text(FieldId.Action);

    /// <summary><c>OK</c>, <c>NODATA</c> (no traffic) or <c>SKIPDATA</c> (records were lost).</summary>
    public string? LogStatus => Text(FieldId.LogStatus);

    /// <summary>The VPC.</summary>
    public string? VpcId => Text(FieldId.VpcId);

    /// <summary>The subnet.</summary>
    public string? SubnetId => Text(FieldId.SubnetId);

    /// <summary>The instance, where the interface belongs to one of yours.</summary>
    public string? InstanceId => Text(FieldId.InstanceId);

    /// <summary>TCP flags seen in the interval, OR-ed: 2 SYN, 18 SYN and ACK, 0 others than those that AWS reports.</summary>
    public FlowTcpFlags? TcpFlags => (FlowTcpFlags?)Int32(FieldId.TcpFlags);

    /// <summary><c>IPv4</c>, <c>IPv6</c> or <c>EFA</c>.</summary>
    public string? Type => Text(FieldId.Type);

    /// <summary>The packet's own source address.</summary>
    public string? PktSrcAddr => Text(FieldId.PktSrcAddr);

    /// <summary>The packet's own destination address.</summary>
    public string? PktDstAddr => Text(FieldId.PktDstAddr);

    /// <summary>The Region.</summary>
    public string? Region => Text(FieldId.Region);

    /// <summary>The Availability Zone's id.</summary>
    public string? AzId => Text(FieldId.AzId);

    /// <summary><c>wavelength</c>, <c>outpost</c> or <c>localzone</c>.</summary>
    public string? SublocationType => Text(FieldId.SublocationType);

    /// <summary>The sublocation's id.</summary>
    public string? SublocationId => Text(FieldId.SublocationId);

    /// <summary>The AWS service that the packet's source address belongs to.</summary>
    public string? PktSrcAwsService => Text(FieldId.PktSrcAwsService);

    /// <summary>The AWS service that the packet's destination address belongs to.</summary>
    public string? PktDstAwsService => Text(FieldId.PktDstAwsService);

    /// <summary><c>ingress</c> or <c>egress</c>, as the interface sees it.</summary>
    public string? FlowDirection => Text(FieldId.FlowDirection);

    /// <summary>The number of the path that outgoing traffic takes.</summary>
    public int? TrafficPath => Int32(FieldId.TrafficPath);

    /// <summary>The ECS cluster's ARN.</summary>
    public string? EcsClusterArn => Text(FieldId.EcsClusterArn);

    /// <summary>The ECS cluster's name.</summary>
    public string? EcsClusterName => Text(FieldId.EcsClusterName);

    /// <summary>The ECS container instance's ARN.</summary>
    public string? EcsContainerInstanceArn => Text(FieldId.EcsContainerInstanceArn);

    /// <summary>The ECS container instance's id.</summary>
    public string? EcsContainerInstanceId => Text(FieldId.EcsContainerInstanceId);

    /// <summary>The runtime id of the first container.</summary>
    public string? EcsContainerId => Text(FieldId.EcsContainerId);

    /// <summary>The runtime id of the second container.</summary>
    public string? EcsSecondContainerId => Text(FieldId.EcsSecondContainerId);

    /// <summary>The ECS service's name.</summary>
    public string? EcsServiceName => Text(FieldId.EcsServiceName);

    /// <summary>The ECS task definition's ARN.</summary>
    public string? EcsTaskDefinitionArn => Text(FieldId.EcsTaskDefinitionArn);

    /// <summary>The ECS task's ARN.</summary>
    public string? EcsTaskArn => Text(FieldId.EcsTaskArn);

    /// <summary>The ECS task's id.</summary>
    public string? EcsTaskId => Text(FieldId.EcsTaskId);

    /// <summary>Why traffic was rejected: <c>BPA</c>, <c>EC</c>.</summary>
    public string? RejectReason => Text(FieldId.RejectReason);

    /// <summary>The regional NAT gateway.</summary>
    public string? ResourceId => Text(FieldId.ResourceId);

    /// <summary>0 not encrypted, 1 by Nitro, 2 by the application, 3 by both.</summary>
    public int? EncryptionStatus => Int32(FieldId.EncryptionStatus);

    /// <summary>The instance's first chosen tag, percent-encoded.</summary>
    public string? InstanceTag => Text(FieldId.InstanceTag);

    /// <summary>The instance's second chosen tag, percent-encoded.</summary>
    public string? InstanceTag2 => Text(FieldId.InstanceTag2);

    /// <summary>The interface's first chosen tag, percent-encoded.</summary>
    public string? InterfaceTag => Text(FieldId.InterfaceTag);

    /// <summary>The interface's second chosen tag, percent-encoded.</summary>
    public string? InterfaceTag2 => Text(FieldId.InterfaceTag2);

    /// <summary>The Auto Scaling group's first chosen tag, percent-encoded.</summary>
    public string? AsgTag => Text(FieldId.AsgTag);

    /// <summary>The Auto Scaling group's second chosen tag, percent-encoded.</summary>
    public string? AsgTag2 => Text(FieldId.AsgTag2);

    /// <summary>The interface's type, such as <c>nat_gateway</c>.</summary>
    public string? InterfaceType => Text(FieldId.InterfaceType);

    /// <summary>The interface at the other end of the hop.</summary>
    public string? NextHopInterfaceId => Text(FieldId.NextHopInterfaceId);

    /// <summary>The subnet at the other end of the hop.</summary>
    public string? NextHopSubnetId => Text(FieldId.NextHopSubnetId);

    /// <summary>The Availability Zone at the other end of the hop.</summary>
    public string? NextHopAzId => Text(FieldId.NextHopAzId);

    /// <summary>The VPC at the other end of the hop.</summary>
    public string? NextHopVpcId => Text(FieldId.NextHopVpcId);

    /// <summary>The type of the interface at the other end of the hop.</summary>
    public string? NextHopInterfaceType => Text(FieldId.NextHopInterfaceType);

    /// <summary><c>TransitGateway</c> or <c>TransitGatewayAttachment</c>.</summary>
    public string? ResourceType => Text(FieldId.ResourceType);

    /// <summary>The transit gateway.</summary>
    public string? TgwId => Text(FieldId.TgwId);

    /// <summary>The transit gateway attachment.</summary>
    public string? TgwAttachmentId => Text(FieldId.TgwAttachmentId);

    /// <summary>The account of the source VPC.</summary>
    public string? TgwSrcVpcAccountId => Text(FieldId.TgwSrcVpcAccountId);

    /// <summary>The account of the destination VPC.</summary>
    public string? TgwDstVpcAccountId => Text(FieldId.TgwDstVpcAccountId);

    /// <summary>The source VPC.</summary>
    public string? TgwSrcVpcId => Text(FieldId.TgwSrcVpcId);

    /// <summary>The destination VPC.</summary>
    public string? TgwDstVpcId => Text(FieldId.TgwDstVpcId);

    /// <summary>The source subnet.</summary>
    public string? TgwSrcSubnetId => Text(FieldId.TgwSrcSubnetId);

    /// <summary>The destination subnet.</summary>
    public string? TgwDstSubnetId => Text(FieldId.TgwDstSubnetId);

    /// <summary>The source interface.</summary>
    public string? TgwSrcEni => Text(FieldId.TgwSrcEni);

    /// <summary>The destination interface.</summary>
    public string? TgwDstEni => Text(FieldId.TgwDstEni);

    /// <summary>The source Availability Zone's id.</summary>
    public string? TgwSrcAzId => Text(FieldId.TgwSrcAzId);

    /// <summary>The destination Availability Zone's id.</summary>
    public string? TgwDstAzId => Text(FieldId.TgwDstAzId);

    /// <summary>The attachment at the other side.</summary>
    public string? TgwPairAttachmentId => Text(FieldId.TgwPairAttachmentId);

    /// <summary>Packets lost for want of a route.</summary>
    public long? PacketsLostNoRoute => Int64(FieldId.PacketsLostNoRoute);

    /// <summary>Packets lost to a black hole.</summary>
    public long? PacketsLostBlackhole => Int64(FieldId.PacketsLostBlackhole);

    /// <summary>Packets lost because they were too large.</summary>
    public long? PacketsLostMtuExceeded => Int64(FieldId.PacketsLostMtuExceeded);

    /// <summary>Packets lost because their time to live ran out.</summary>
    public long? PacketsLostTtlExpired => Int64(FieldId.PacketsLostTtlExpired);
}
