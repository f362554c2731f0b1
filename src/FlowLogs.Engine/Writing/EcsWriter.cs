using System.Text.Json;
using FlowLogs.Conditions.Values;
using FlowLogs.Records;
using Id = FlowLogs.Records.FlowFieldId;

namespace FlowLogs.Writing;

/// <summary>
/// Writes records as documents of the Elastic Common Schema 9.4.0, with the names that Elastic's AWS integration has for
/// VPC flow logs. docs/ocsf-ecs.md has the table.
/// </summary>
public sealed class EcsWriter : JsonDocumentWriter
{
    private const long NanosecondsInMillisecond = 1_000_000;

    private protected override void WriteMembers(Utf8JsonWriter json, ref RecordFields fields)
    {
        var time = fields.Time(Id.End) ?? fields.Time(Id.Start) ?? fields.Record.Origin.Timestamp;
        json.WriteTime("@timestamp"u8, time ?? throw NoTime(fields.Record));
        json.WriteStartObject("ecs"u8);
        json.WriteString("version"u8, "9.4.0"u8);
        json.WriteEndObject();
        WriteEvent(json, ref fields);
        WriteEnd(json, "source"u8, ref fields, Id.SrcAddr, Id.SrcPort, isSender: true);
        WriteEnd(json, "destination"u8, ref fields, Id.DstAddr, Id.DstPort, isSender: false);
        WriteNetwork(json, ref fields);
        WriteRelated(json, fields);
        EcsCloud.Write(json, ref fields);
    }

    private static void WriteEvent(Utf8JsonWriter json, ref RecordFields fields)
    {
        var action = fields.Peek(Id.Action);
        var isAccepted = action.SequenceEqual("ACCEPT"u8);
        var isRejected = action.SequenceEqual("REJECT"u8);
        json.WriteStartObject("event"u8);
        json.WriteString("kind"u8, "event"u8);
        json.WriteString("module"u8, "aws"u8);
        json.WriteString("dataset"u8, "aws.vpcflow"u8);
        json.WriteStartArray("category"u8);
        json.WriteStringValue("network"u8);
        json.WriteEndArray();

        // A connection has two ends at least; NODATA and SKIPDATA have none.
        json.WriteStartArray("type"u8);
        json.WriteStringValue(fields.Has(Id.SrcAddr) && fields.Has(Id.DstAddr) ? "connection"u8 : "info"u8);
        if (isAccepted || isRejected)
            json.WriteStringValue(isAccepted ? "allowed"u8 : "denied"u8);
        json.WriteEndArray();

        if (!action.IsEmpty)
            json.WriteString("action"u8, action);
        if (isAccepted || isRejected)
            json.WriteString("outcome"u8, isAccepted ? "success"u8 : "failure"u8);
        json.WriteText("reason"u8, ref fields, Id.RejectReason);
        json.WriteKnown("id"u8, fields.Record.Origin.EventId);
        json.WriteTime("start"u8, fields.Time(Id.Start));
        json.WriteTime("end"u8, fields.Time(Id.End));
        if (fields.Time(Id.End) - fields.Time(Id.Start) is { } length and >= 0 and <= long.MaxValue / NanosecondsInMillisecond)
            json.WriteNumber("duration"u8, length * NanosecondsInMillisecond);
        fields.Take(Id.Start);
        fields.Take(Id.End);
        json.WriteEndObject();
    }

    private static void WriteEnd(Utf8JsonWriter json, ReadOnlySpan<byte> name, ref RecordFields fields, Id address, Id port, bool isSender)
    {
        if (!fields.HasAny(address, port) && !(isSender && fields.HasAny(Id.Bytes, Id.Packets)))
            return;
        json.WriteStartObject(name);
        if (fields.HasAddress(address))
            json.WriteString("ip"u8, fields.Peek(address));
        json.WriteText("address"u8, ref fields, address);
        json.WriteNumber("port"u8, ref fields, port);
        if (isSender)
            WriteCounts(json, ref fields);
        json.WriteEndObject();
    }

    // A record counts what went from the source to the destination.
    private static void WriteCounts(Utf8JsonWriter json, ref RecordFields fields)
    {
        json.WriteNumber("bytes"u8, ref fields, Id.Bytes);
        json.WriteNumber("packets"u8, ref fields, Id.Packets);
    }

    private static void WriteNetwork(Utf8JsonWriter json, ref RecordFields fields)
    {
        var hasType = AddressText.TryParse(fields.Peek(Id.SrcAddr), out _, out var isIPv6);
        if (!hasType && !fields.HasAny(Id.Protocol, Id.FlowDirection, Id.Bytes, Id.Packets))
            return;
        json.WriteStartObject("network"u8);
        if (hasType)
            json.WriteString("type"u8, isIPv6 ? "ipv6"u8 : "ipv4"u8);
        if (fields.Number(Id.Protocol) is { } protocol && IPProtocols.NameOf((int)protocol) is { } name)
            json.WriteString("transport"u8, name.ToLowerInvariant());
        json.WriteText("iana_number"u8, ref fields, Id.Protocol);
        json.WriteText("direction"u8, ref fields, Id.FlowDirection);
        WriteCounts(json, ref fields);
        json.WriteCommunityId("community_id"u8, fields);
        json.WriteEndObject();
    }

    private static void WriteRelated(Utf8JsonWriter json, in RecordFields fields)
    {
        ReadOnlySpan<Id> addresses = [Id.SrcAddr, Id.DstAddr, Id.PktSrcAddr, Id.PktDstAddr];
        var isOpen = false;
        for (var i = 0; i < addresses.Length; i++)
        {
            if (!fields.HasAddress(addresses[i]) || IsAmong(addresses[..i], fields.Peek(addresses[i]), fields))
                continue;
            if (!isOpen)
            {
                json.WriteStartObject("related"u8);
                json.WriteStartArray("ip"u8);
                isOpen = true;
            }

            json.WriteStringValue(fields.Peek(addresses[i]));
        }

        if (!isOpen)
            return;
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static bool IsAmong(ReadOnlySpan<Id> ids, ReadOnlySpan<byte> text, in RecordFields fields)
    {
        foreach (var id in ids)
        {
            if (fields.Peek(id).SequenceEqual(text))
                return true;
        }

        return false;
    }
}
