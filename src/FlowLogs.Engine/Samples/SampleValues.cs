using System.Buffers.Text;
using System.Text;
using FlowLogs.Records;

namespace FlowLogs.Samples;

/// <summary>The values of a record's fields, in UTF-8.</summary>
internal sealed class SampleValues
{
    private const int NitroEncrypted = 1;
    private const int ApplicationEncrypted = 2;

    private readonly SampleDirectory _directory;
    private readonly bool _isTransitGateway;
    private readonly int _version;

    public SampleValues(FlowLogFormat format, SampleDirectory directory)
    {
        _directory = directory;
        _isTransitGateway = format.Fields.Any(static field => field.Id >= FlowFieldId.ResourceType);
        _version = Math.Max(2, format.Fields.Max(static field => field.SinceVersion));
    }

    /// <summary>Writes a value, or <c>-</c> where the record has none, and tells its length.</summary>
    public int Write(FlowFieldId field, in SampleRecord record, Span<byte> to)
    {
        ref readonly var flow = ref record.Flow;
        switch (field)
        {
            case FlowFieldId.Version:
                return Number(_version, to);
            case FlowFieldId.SrcAddr:
                return Text(flow.Source, to);
            case FlowFieldId.DstAddr:
                return Text(flow.Destination, to);
            case FlowFieldId.SrcPort:
                return Number(flow.SourcePort, to);
            case FlowFieldId.DstPort:
                return Number(flow.DestinationPort, to);
            case FlowFieldId.Protocol:
                return Number(flow.Protocol, to);
            case FlowFieldId.Packets:
                return Number(flow.Packets, to);
            case FlowFieldId.Bytes:
                return flow.RejectReason == SampleFlow.PublicAccessBlocked ? Text(null, to) : Number(flow.Bytes, to);
            case FlowFieldId.Start:
                return Number(record.Start, to);
            case FlowFieldId.End:
                return Number(record.End, to);
            case FlowFieldId.Action:
                return Copy(flow.IsAccepted ? "ACCEPT"u8 : "REJECT"u8, to);
            case FlowFieldId.LogStatus:
                return Copy(Status(record.Status), to);
            case FlowFieldId.TcpFlags:
                return Number((int)(_isTransitGateway ? AllFlags(flow) : flow.TcpFlags), to);
            case FlowFieldId.Type:
                return Copy(flow.Source.Contains(':', StringComparison.Ordinal) ? "IPv6"u8 : "IPv4"u8, to);
            case FlowFieldId.PktSrcAddr:
                return Text(PacketSource(flow), to);
            case FlowFieldId.PktDstAddr:
                return Text(PacketDestination(flow), to);
            case FlowFieldId.PktSrcAwsService:
                return Text(SampleDirectory.ServiceOf(PacketSource(flow)), to);
            case FlowFieldId.PktDstAwsService:
                return Text(SampleDirectory.ServiceOf(PacketDestination(flow)), to);
            case FlowFieldId.FlowDirection:
                return Copy(IsEgress(record) ? "egress"u8 : "ingress"u8, to);
            case FlowFieldId.TrafficPath:
                return IsEgress(record) ? Number(_directory.PathTo(record.Interface, flow.Destination), to) : Text(null, to);
            case FlowFieldId.RejectReason:
                return Text(flow.RejectReason, to);
            case FlowFieldId.EncryptionStatus:
                return flow.IsAccepted ? Number(Encryption(record), to) : Text(null, to);
            case >= FlowFieldId.NextHopInterfaceId and <= FlowFieldId.NextHopInterfaceType:
                return Copy(NextHop(field, record), to);
            case >= FlowFieldId.ResourceType and <= FlowFieldId.PacketsLostTtlExpired:
                return WriteTransit(field, record, to);
            default:
                return Copy(record.Interface[field], to);
        }
    }

    private int WriteTransit(FlowFieldId field, in SampleRecord record, Span<byte> to)
    {
        ref readonly var flow = ref record.Flow;
        switch (field)
        {
            case FlowFieldId.ResourceType:
                return Copy("TransitGateway"u8, to);
            case FlowFieldId.TgwId:
                return Text(_directory.TransitGatewayId, to);
            case FlowFieldId.TgwAttachmentId:
                // Where the traffic comes in; without traffic, the interface's.
                return Copy(Side(record.Status == SampleStatus.Ok ? flow.Source : record.Interface.Address, field), to);
            case FlowFieldId.TgwPairAttachmentId:
                return Copy(Side(flow.Destination, FlowFieldId.TgwAttachmentId), to);
            case FlowFieldId.TgwSrcVpcAccountId:
                return Copy(Side(flow.Source, FlowFieldId.AccountId), to);
            case FlowFieldId.TgwDstVpcAccountId:
                return Copy(Side(flow.Destination, FlowFieldId.AccountId), to);
            case FlowFieldId.TgwSrcVpcId:
                return Copy(Side(flow.Source, FlowFieldId.VpcId), to);
            case FlowFieldId.TgwDstVpcId:
                return Copy(Side(flow.Destination, FlowFieldId.VpcId), to);
            case FlowFieldId.TgwSrcSubnetId:
                return Copy(Side(flow.Source, FlowFieldId.SubnetId), to);
            case FlowFieldId.TgwDstSubnetId:
                return Copy(Side(flow.Destination, FlowFieldId.SubnetId), to);
            case FlowFieldId.TgwSrcEni:
                return Copy(Side(flow.Source, FlowFieldId.InterfaceId), to);
            case FlowFieldId.TgwDstEni:
                return Copy(Side(flow.Destination, FlowFieldId.InterfaceId), to);
            case FlowFieldId.TgwSrcAzId:
                return Copy(Side(flow.Source, FlowFieldId.AzId), to);
            case FlowFieldId.TgwDstAzId:
                return Copy(Side(flow.Destination, FlowFieldId.AzId), to);
            case FlowFieldId.PacketsLostBlackhole:
                // A transit gateway refuses with a route that leads nowhere.
                return Number(flow.IsAccepted ? 0 : flow.Packets, to);
            default:
                return Number(0, to);
        }
    }

    private static string PacketSource(in SampleFlow flow) => flow.PacketSource ?? flow.Source;

    private static string PacketDestination(in SampleFlow flow) => flow.PacketDestination ?? flow.Destination;

    // The regional NAT gateway has no address; what comes from a host of ours is on its way out.
    private bool IsEgress(in SampleRecord record) =>
        record.Flow.Source == record.Interface.Address
        || record.Flow.Source == record.Interface.AddressV6
        || (record.Interface.Address == "-" && _directory.Find(record.Flow.Source) is not null);

    private ReadOnlySpan<byte> NextHop(FlowFieldId field, in SampleRecord record)
    {
        var other = IsEgress(record) ? record.Flow.Destination : record.Flow.Source;
        return _directory.NextHop(record.Interface, other) is not { } hop ? "-"u8 : field switch
        {
            FlowFieldId.NextHopInterfaceId => hop[FlowFieldId.InterfaceId],
            FlowFieldId.NextHopSubnetId => hop[FlowFieldId.SubnetId],
            FlowFieldId.NextHopAzId => hop[FlowFieldId.AzId],
            FlowFieldId.NextHopVpcId => hop[FlowFieldId.VpcId],
            _ => hop[FlowFieldId.InterfaceType],
        };
    }

    // Between two of our hosts Nitro encrypts; AWS takes port 443 of an endpoint for encrypted by the application.
    private int Encryption(in SampleRecord record)
    {
        var (source, destination) = (PacketSource(record.Flow), PacketDestination(record.Flow));
        var byNitro = _directory.Find(source) is not null && _directory.Find(destination) is not null;
        var isEndpoint = _directory.IsEndpoint(source) || _directory.IsEndpoint(destination);
        return (byNitro ? NitroEncrypted : 0)
            | (isEndpoint && (record.Flow.SourcePort == 443 || record.Flow.DestinationPort == 443) ? ApplicationEncrypted : 0);
    }

    // A transit gateway reports pushes and acknowledgements too; an answered connection has both.
    private static FlowTcpFlags AllFlags(in SampleFlow flow) =>
        flow.Protocol == SampleFlow.Tcp && flow.IsAccepted && flow.Packets > 2
            ? flow.TcpFlags | FlowTcpFlags.PSH | FlowTcpFlags.ACK
            : flow.TcpFlags;

    private ReadOnlySpan<byte> Side(string address, FlowFieldId field) =>
        _directory.Side(address) is { } side ? side[field] : "-"u8;

    private static ReadOnlySpan<byte> Status(SampleStatus status) => status switch
    {
        SampleStatus.NoData => "NODATA"u8,
        SampleStatus.SkipData => "SKIPDATA"u8,
        _ => "OK"u8,
    };

    private static int Number(long value, Span<byte> to)
    {
        Utf8Formatter.TryFormat(value, to, out var written);
        return written;
    }

    private static int Text(string? value, Span<byte> to)
    {
        if (value is null)
            return Copy("-"u8, to);
        Ascii.FromUtf16(value, to, out var written);
        return written;
    }

    private static int Copy(ReadOnlySpan<byte> value, Span<byte> to)
    {
        value.CopyTo(to);
        return value.Length;
    }
}
