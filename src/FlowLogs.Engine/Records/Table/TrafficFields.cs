using Id = FlowLogs.Records.FlowFieldId;
using Type = FlowLogs.Records.FlowFieldType;

namespace FlowLogs.Records.Table;

/// <summary>The fields of versions 2 to 5: the traffic, and where the interface is.</summary>
internal static class TrafficFields
{
    private const FlowLogKinds Vpc = FlowLogKinds.Vpc;
    private const FlowLogKinds Both = FlowLogKinds.Vpc | FlowLogKinds.TransitGateway;

    public static readonly FlowField[] Rows =
    [
        new(Id.Version, "version", Type.Int32, 2, Both, "Highest version among the fields of the format"),
        new(Id.AccountId, "account-id", Type.Text, 2, Both, "Account that owns the interface or transit gateway: 12 digits, or unknown"),
        new(Id.InterfaceId, "interface-id", Type.Text, 2, Vpc, "Network interface that saw the traffic"),
        new(Id.SrcAddr, "srcaddr", Type.Text, 2, Both, "Source address; of outgoing traffic the interface's primary private address"),
        new(Id.DstAddr, "dstaddr", Type.Text, 2, Both, "Destination address; of incoming traffic the interface's primary private address"),
        new(Id.SrcPort, "srcport", Type.Int32, 2, Both, "Source port; 0 for protocols without ports"),
        new(Id.DstPort, "dstport", Type.Int32, 2, Both, "Destination port; 0 for protocols without ports"),
        new(Id.Protocol, "protocol", Type.Int32, 2, Both, "IANA number of the protocol", Vocabularies.Protocol),
        new(Id.Packets, "packets", Type.Int64, 2, Both, "Packets in the interval"),
        new(Id.Bytes, "bytes", Type.Int64, 2, Both, "Bytes in the interval"),
        new(Id.Start, "start", Type.Time, 2, Both, "When the first packet of the interval came, up to 60 seconds off"),
        new(Id.End, "end", Type.Time, 2, Both, "When the last packet of the interval came, up to 60 seconds off"),
        new(Id.Action, "action", Type.Text, 2, Vpc, "Whether the traffic was let through", Vocabularies.Action),
        new(Id.LogStatus, "log-status", Type.Text, 2, Both, "What the record tells of: a flow, no traffic, or a loss", Vocabularies.LogStatus),
        new(Id.VpcId, "vpc-id", Type.Text, 3, Vpc, "VPC of the interface"),
        new(Id.SubnetId, "subnet-id", Type.Text, 3, Vpc, "Subnet of the interface"),
        new(Id.InstanceId, "instance-id", Type.Text, 3, Vpc, "Instance of the interface, where it is one of yours"),
        new(Id.TcpFlags, "tcp-flags", Type.Int32, 3, Both, "TCP flags seen in the interval, OR-ed; of a VPC FIN, SYN and RST, and ACK next to SYN", Vocabularies.TcpFlags),
        new(Id.Type, "type", Type.Text, 3, Both, "Type of the traffic", Vocabularies.Type),
        new(Id.PktSrcAddr, "pkt-srcaddr", Type.Text, 3, Vpc, "Source address in the packets themselves"),
        new(Id.PktDstAddr, "pkt-dstaddr", Type.Text, 3, Vpc, "Destination address in the packets themselves"),
        new(Id.Region, "region", Type.Text, 4, Both, "Region of the interface or transit gateway"),
        new(Id.AzId, "az-id", Type.Text, 4, Vpc, "Id (not the name) of the interface's Availability Zone"),
        new(Id.SublocationType, "sublocation-type", Type.Text, 4, Vpc, "Type of the sublocation of the interface", Vocabularies.SublocationType),
        new(Id.SublocationId, "sublocation-id", Type.Text, 4, Vpc, "Id of the sublocation of the interface"),
        new(Id.PktSrcAwsService, "pkt-src-aws-service", Type.Text, 5, Both, "AWS service whose address range has the packets' source", Vocabularies.AwsService),
        new(Id.PktDstAwsService, "pkt-dst-aws-service", Type.Text, 5, Both, "AWS service whose address range has the packets' destination", Vocabularies.AwsService),
        new(Id.FlowDirection, "flow-direction", Type.Text, 5, Both, "Direction of the traffic as the interface or transit gateway sees it", Vocabularies.FlowDirection),
        new(Id.TrafficPath, "traffic-path", Type.Int32, 5, Vpc, "Path that outgoing traffic takes", Vocabularies.TrafficPath),
    ];
}
