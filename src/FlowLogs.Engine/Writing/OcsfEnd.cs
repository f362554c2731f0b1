using Id = FlowLogs.Records.FlowFieldId;

namespace FlowLogs.Writing;

/// <summary>The fields that tell of one end of a flow, and the end's name in OCSF.</summary>
internal sealed record OcsfEnd(
    string Name,
    Id Address,
    Id PacketAddress,
    Id Port,
    Id Service,
    Id Interface,
    Id Vpc,
    Id Subnet,
    Id Zone)
{
    public static OcsfEnd Source { get; } = new(
        "src_endpoint",
        Id.SrcAddr,
        Id.PktSrcAddr,
        Id.SrcPort,
        Id.PktSrcAwsService,
        Id.TgwSrcEni,
        Id.TgwSrcVpcId,
        Id.TgwSrcSubnetId,
        Id.TgwSrcAzId);

    public static OcsfEnd Destination { get; } = new(
        "dst_endpoint",
        Id.DstAddr,
        Id.PktDstAddr,
        Id.DstPort,
        Id.PktDstAwsService,
        Id.TgwDstEni,
        Id.TgwDstVpcId,
        Id.TgwDstSubnetId,
        Id.TgwDstAzId);

    /// <summary>The path of the address of the packets, or of the interface where there is no other.</summary>
    public string AddressPath { get; } = $"{Name}.ip";

    /// <summary>The path of the interface's address, where that of the packets is another.</summary>
    public string IntermediatePath { get; } = $"{Name}.intermediate_ips[]";

    /// <summary>The path of the instance.</summary>
    public string InstancePath { get; } = $"{Name}.instance_uid";

    /// <summary>The field of the end's address; null where no field has one.</summary>
    public Id? AddressOf(in RecordFields fields) =>
        fields.HasAddress(PacketAddress) ? PacketAddress : fields.HasAddress(Address) ? Address : null;

    /// <summary>Whether the packets have another address at this end than the interface that they pass.</summary>
    public bool HasIntermediate(in RecordFields fields) =>
        fields.HasAddress(PacketAddress)
        && fields.HasAddress(Address)
        && !fields.Peek(PacketAddress).SequenceEqual(fields.Peek(Address));

    /// <summary>Whether the end has an address or a name of some kind, one of which the schema wants.</summary>
    /// <param name="fields">The record.</param>
    /// <param name="isObserver">Whether the interface that the flow log was taken at is at this end.</param>
    public bool IsNamed(in RecordFields fields, bool isObserver) =>
        AddressOf(fields) is not null
        || fields.HasAny(Service, Interface)
        || (isObserver && fields.HasAny(Id.InterfaceId, Id.InstanceId));
}
