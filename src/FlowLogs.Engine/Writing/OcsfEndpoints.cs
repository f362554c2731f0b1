using System.Text.Json;
using Id = FlowLogs.Records.FlowFieldId;

namespace FlowLogs.Writing;

/// <summary>
/// Writes OCSF's two endpoints. The schema wants one at least, and that it has an address or a name of some kind. What is
/// known of the interface belongs to the end that the flow's direction tells; without a direction it belongs to neither,
/// unless nothing else is known of the ends.
/// </summary>
internal static class OcsfEndpoints
{
    public static void Write(Utf8JsonWriter json, ref RecordFields fields)
    {
        var direction = fields.Peek(Id.FlowDirection);
        var isAtSource = direction.SequenceEqual("egress"u8);
        var isAtDestination = direction.SequenceEqual("ingress"u8);
        var hasSource = OcsfEnd.Source.IsNamed(fields, isAtSource);
        var hasDestination = OcsfEnd.Destination.IsNamed(fields, isAtDestination);
        isAtSource |= !hasSource && !hasDestination;

        // Flow logs tell of each direction apart, and the source may be the end that answers. Only a SYN without an ACK
        // is sent by the one that begins.
        var isBeginning = fields.Number(Id.TcpFlags) is { } flags
            && ((FlowTcpFlags)flags & (FlowTcpFlags.SYN | FlowTcpFlags.ACK)) == FlowTcpFlags.SYN;
        json.WriteBoolean("is_src_dst_assignment_known"u8, isBeginning && hasSource && hasDestination);
        if (hasSource || !hasDestination)
            WriteEnd(json, OcsfEnd.Source, isAtSource, ref fields);
        if (hasDestination)
            WriteEnd(json, OcsfEnd.Destination, isAtDestination, ref fields);
        WriteObservables(json, isAtSource, isAtDestination, fields);
    }

    private static void WriteEnd(Utf8JsonWriter json, OcsfEnd end, bool isObserver, ref RecordFields fields)
    {
        json.WriteStartObject(end.Name);
        if (!end.IsNamed(fields, isObserver))
            json.WriteString("name"u8, "Unknown"u8);
        WriteAddresses(json, end, ref fields);
        if (fields.Number(end.Port) is >= 0 and <= ushort.MaxValue)
            json.WriteNumber("port"u8, ref fields, end.Port);
        json.WriteText("svc_name"u8, ref fields, end.Service);
        json.WriteText("interface_uid"u8, ref fields, Either(fields, end.Interface, Id.InterfaceId, isObserver));
        json.WriteText("vpc_uid"u8, ref fields, Either(fields, end.Vpc, Id.VpcId, isObserver));
        json.WriteText("subnet_uid"u8, ref fields, Either(fields, end.Subnet, Id.SubnetId, isObserver));
        json.WriteText("zone"u8, ref fields, end.Zone);
        if (isObserver)
            json.WriteText("instance_uid"u8, ref fields, Id.InstanceId);
        json.WriteEndObject();
    }

    private static void WriteAddresses(Utf8JsonWriter json, OcsfEnd end, ref RecordFields fields)
    {
        if (end.AddressOf(fields) is not { } address)
            return;
        json.WriteText("ip"u8, ref fields, address);
        if (end.HasIntermediate(fields))
        {
            json.WriteStartArray("intermediate_ips"u8);
            json.WriteStringValue(fields.Peek(end.Address));
            json.WriteEndArray();
        }

        if (fields.HasAddress(end.Address))
            fields.Take(end.Address);
    }

    // A transit gateway's log has a field for each end; a VPC's has one, for the end where the log was taken.
    private static Id Either(in RecordFields fields, Id ofEnd, Id ofObserver, bool isObserver) =>
        isObserver && !fields.Has(ofEnd) ? ofObserver : ofEnd;

    private static void WriteObservables(Utf8JsonWriter json, bool isAtSource, bool isAtDestination, in RecordFields fields)
    {
        var hasInstance = (isAtSource || isAtDestination) && fields.Has(Id.InstanceId);
        if (!hasInstance && OcsfEnd.Source.AddressOf(fields) is null && OcsfEnd.Destination.AddressOf(fields) is null)
            return;
        json.WriteStartArray("observables"u8);
        WriteObservables(json, OcsfEnd.Source, isAtSource, fields);
        WriteObservables(json, OcsfEnd.Destination, isAtDestination, fields);
        json.WriteEndArray();
    }

    private static void WriteObservables(Utf8JsonWriter json, OcsfEnd end, bool isObserver, in RecordFields fields)
    {
        if (end.AddressOf(fields) is { } address)
            WriteObservable(json, 2, "IP Address"u8, end.AddressPath, fields.Peek(address));
        if (end.HasIntermediate(fields))
            WriteObservable(json, 2, "IP Address"u8, end.IntermediatePath, fields.Peek(end.Address));
        if (isObserver && fields.Has(Id.InstanceId))
            WriteObservable(json, 10, "Resource UID"u8, end.InstancePath, fields.Peek(Id.InstanceId));
    }

    private static void WriteObservable(Utf8JsonWriter json, int typeId, ReadOnlySpan<byte> type, string path, ReadOnlySpan<byte> value)
    {
        json.WriteStartObject();
        json.WriteNumber("type_id"u8, typeId);
        json.WriteString("type"u8, type);
        json.WriteString("name"u8, path);
        json.WriteString("value"u8, value);
        json.WriteEndObject();
    }
}
