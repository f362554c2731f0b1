using Id = FlowLogs.Records.FlowFieldId;
using Type = FlowLogs.Records.FlowFieldType;

namespace FlowLogs.Records.Table;

/// <summary>The fields of version 6, which only flow logs of transit gateways have.</summary>
internal static class TransitGatewayFields
{
    private const FlowLogKinds Gateway = FlowLogKinds.TransitGateway;

    public static readonly FlowField[] Rows =
    [
        new(Id.ResourceType, "resource-type", Type.Text, 6, Gateway, "What the flow log is of", Vocabularies.ResourceType),
        new(Id.TgwId, "tgw-id", Type.Text, 6, Gateway, "Transit gateway"),
        new(Id.TgwAttachmentId, "tgw-attachment-id", Type.Text, 6, Gateway, "Attachment that saw the traffic"),
        new(Id.TgwSrcVpcAccountId, "tgw-src-vpc-account-id", Type.Text, 6, Gateway, "Account of the source VPC"),
        new(Id.TgwDstVpcAccountId, "tgw-dst-vpc-account-id", Type.Text, 6, Gateway, "Account of the destination VPC"),
        new(Id.TgwSrcVpcId, "tgw-src-vpc-id", Type.Text, 6, Gateway, "Source VPC"),
        new(Id.TgwDstVpcId, "tgw-dst-vpc-id", Type.Text, 6, Gateway, "Destination VPC"),
        new(Id.TgwSrcSubnetId, "tgw-src-subnet-id", Type.Text, 6, Gateway, "Subnet of the source"),
        new(Id.TgwDstSubnetId, "tgw-dst-subnet-id", Type.Text, 6, Gateway, "Subnet of the destination"),
        new(Id.TgwSrcEni, "tgw-src-eni", Type.Text, 6, Gateway, "Interface of the attachment on the source's side"),
        new(Id.TgwDstEni, "tgw-dst-eni", Type.Text, 6, Gateway, "Interface of the attachment on the destination's side"),
        new(Id.TgwSrcAzId, "tgw-src-az-id", Type.Text, 6, Gateway, "Id of the source's Availability Zone"),
        new(Id.TgwDstAzId, "tgw-dst-az-id", Type.Text, 6, Gateway, "Id of the destination's Availability Zone"),
        new(Id.TgwPairAttachmentId, "tgw-pair-attachment-id", Type.Text, 6, Gateway, "Attachment at the other side of the transit gateway"),
        new(Id.PacketsLostNoRoute, "packets-lost-no-route", Type.Int64, 6, Gateway, "Packets lost for want of a route"),
        new(Id.PacketsLostBlackhole, "packets-lost-blackhole", Type.Int64, 6, Gateway, "Packets lost to a route that is a black hole"),
        new(Id.PacketsLostMtuExceeded, "packets-lost-mtu-exceeded", Type.Int64, 6, Gateway, "Packets lost because they were larger than the MTU"),
        new(Id.PacketsLostTtlExpired, "packets-lost-ttl-expired", Type.Int64, 6, Gateway, "Packets lost because their time to live ran out"),
    ];
}
