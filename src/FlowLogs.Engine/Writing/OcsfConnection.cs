using System.Text.Json;
using FlowLogs.Conditions.Values;
using FlowLogs.Records;

namespace FlowLogs.Writing;

/// <summary>Writes OCSF's <c>connection_info</c>.</summary>
internal static class OcsfConnection
{
    private const int Other = 99;

    // OCSF's boundaries of connections, by AWS's numbers of traffic paths from 1.
    private static readonly (int Id, string Name)[] Boundaries =
    [
        (4, "Same VPC"), (5, "Internet/VPC Gateway"), (6, "Virtual Private Gateway"), (7, "Intra-region VPC"),
        (8, "Inter-region VPC"), (9, "Local Gateway"), (10, "Gateway VPC"), (11, "Internet Gateway"),
    ];

    public static void Write(Utf8JsonWriter json, ref RecordFields fields)
    {
        json.WriteStartObject("connection_info"u8);
        WriteDirection(json, ref fields);
        WriteBoundary(json, ref fields);
        WriteVersion(json, ref fields);
        if (fields.Number(FlowFieldId.Protocol) is { } protocol)
        {
            json.WriteNumber("protocol_num"u8, ref fields, FlowFieldId.Protocol);
            if (IPProtocols.NameOf((int)protocol) is { } name)
                json.WriteString("protocol_name"u8, name.ToLowerInvariant());
        }

        json.WriteNumber("tcp_flags"u8, ref fields, FlowFieldId.TcpFlags);
        json.WriteCommunityId("community_uid"u8, fields);
        json.WriteEndObject();
    }

    private static void WriteDirection(Utf8JsonWriter json, ref RecordFields fields)
    {
        var direction = fields.Peek(FlowFieldId.FlowDirection);
        fields.Take(FlowFieldId.FlowDirection);
        if (direction.IsEmpty)
            Write(0, "Unknown"u8);
        else if (direction.SequenceEqual("ingress"u8))
            Write(1, "Inbound"u8);
        else if (direction.SequenceEqual("egress"u8))
            Write(2, "Outbound"u8);
        else
            Write(Other, direction);

        void Write(int id, ReadOnlySpan<byte> name)
        {
            json.WriteNumber("direction_id"u8, id);
            json.WriteString("direction"u8, name);
        }
    }

    private static void WriteBoundary(Utf8JsonWriter json, ref RecordFields fields)
    {
        if (fields.Number(FlowFieldId.TrafficPath) is not { } path)
            return;
        if (path > 0 && path <= Boundaries.Length)
        {
            var (id, name) = Boundaries[path - 1];
            json.WriteNumber("boundary_id"u8, id);
            json.WriteString("boundary"u8, name);
            fields.Take(FlowFieldId.TrafficPath);
        }
        else
        {
            json.WriteNumber("boundary_id"u8, Other);
            json.WriteText("boundary"u8, ref fields, FlowFieldId.TrafficPath);
        }
    }

    // Without the type, an address tells it.
    private static void WriteVersion(Utf8JsonWriter json, ref RecordFields fields)
    {
        var type = fields.Peek(FlowFieldId.Type);
        if (type.IsEmpty && AddressText.TryParse(fields.Peek(FlowFieldId.SrcAddr), out _, out var isIPv6))
            type = isIPv6 ? "IPv6"u8 : "IPv4"u8;
        if (type.IsEmpty)
            return;
        json.WriteNumber("protocol_ver_id"u8, type.SequenceEqual("IPv4"u8) ? 4 : type.SequenceEqual("IPv6"u8) ? 6 : Other);
        json.WriteString("protocol_ver"u8, type);
        fields.Take(FlowFieldId.Type);
    }
}
