using System.Text.Json;
using FlowLogs.Records;

namespace FlowLogs.Writing;

/// <summary>
/// Writes records as events of the class Network Activity (4001) of the Open Cybersecurity Schema Framework 1.8.0, after
/// the mapping of VPC flow logs that the OCSF project publishes. docs/ocsf-ecs.md has the table.
/// </summary>
public sealed class OcsfWriter : JsonDocumentWriter
{
    private protected override void WriteMembers(Utf8JsonWriter json, ref RecordFields fields)
    {
        WriteClass(json, fields.Peek(FlowFieldId.Action).SequenceEqual("REJECT"u8));
        WriteTimes(json, ref fields);
        WriteMetadata(json, ref fields);
        WriteCloud(json, ref fields);
        WriteAction(json, ref fields);
        json.WriteText("status_code"u8, ref fields, FlowFieldId.LogStatus);
        OcsfConnection.Write(json, ref fields);
        OcsfEndpoints.Write(json, ref fields);
        if (fields.HasAny(FlowFieldId.Bytes, FlowFieldId.Packets))
        {
            json.WriteStartObject("traffic"u8);
            json.WriteNumber("bytes"u8, ref fields, FlowFieldId.Bytes);
            json.WriteNumber("packets"u8, ref fields, FlowFieldId.Packets);
            json.WriteEndObject();
        }

        if (!fields.IsAnyLeft())
            return;
        json.WriteStartObject("unmapped"u8);
        json.WriteRest(fields, static type => type != FlowFieldType.Text);
        json.WriteEndObject();
    }

    private static void WriteClass(Utf8JsonWriter json, bool isRefused)
    {
        json.WriteNumber("category_uid"u8, 4);
        json.WriteString("category_name"u8, "Network Activity"u8);
        json.WriteNumber("class_uid"u8, 4001);
        json.WriteString("class_name"u8, "Network Activity"u8);
        json.WriteNumber("activity_id"u8, isRefused ? 5 : 6);
        json.WriteString("activity_name"u8, isRefused ? "Refuse"u8 : "Traffic"u8);
        json.WriteNumber("type_uid"u8, isRefused ? 400105 : 400106);
        json.WriteString("type_name"u8, isRefused ? "Network Activity: Refuse"u8 : "Network Activity: Traffic"u8);
        json.WriteNumber("severity_id"u8, 1);
        json.WriteString("severity"u8, "Informational"u8);
    }

    private static void WriteTimes(Utf8JsonWriter json, ref RecordFields fields)
    {
        var start = fields.Time(FlowFieldId.Start);
        var end = fields.Time(FlowFieldId.End);
        json.WriteNumber("time"u8, start ?? end ?? fields.Record.Origin.Timestamp ?? throw NoTime(fields.Record));
        if (start is { } from)
            json.WriteNumber("start_time"u8, from);
        if (end is { } to)
            json.WriteNumber("end_time"u8, to);
        fields.Take(FlowFieldId.Start);
        fields.Take(FlowFieldId.End);
    }

    private static void WriteMetadata(Utf8JsonWriter json, ref RecordFields fields)
    {
        json.WriteStartObject("metadata"u8);
        json.WriteString("version"u8, "1.8.0"u8);
        json.WriteStartArray("profiles"u8);
        json.WriteStringValue("cloud"u8);
        if (fields.Has(FlowFieldId.Action))
            json.WriteStringValue("security_control"u8);
        json.WriteEndArray();

        json.WriteStartObject("product"u8);
        json.WriteString("name"u8, IsOfTransitGateway(fields) ? "AWS Transit Gateway"u8 : "Amazon VPC"u8);
        json.WriteString("vendor_name"u8, "AWS"u8);
        json.WriteText("version"u8, ref fields, FlowFieldId.Version);
        json.WriteStartObject("feature"u8);
        json.WriteString("name"u8, "Flowlogs"u8);
        json.WriteEndObject();
        json.WriteEndObject();

        if (fields.Record.Origin is { IsNone: false } origin)
        {
            json.WriteKnown("log_name"u8, origin.LogGroupName);
            json.WriteKnown("log_source"u8, origin.LogStreamName);
            json.WriteKnown("original_event_uid"u8, origin.EventId);
            if (origin.IngestionTime is { } logged)
                json.WriteNumber("logged_time"u8, logged);
        }

        json.WriteEndObject();
    }

    private static void WriteCloud(Utf8JsonWriter json, ref RecordFields fields)
    {
        json.WriteStartObject("cloud"u8);
        json.WriteString("provider"u8, "AWS"u8);
        json.WriteText("region"u8, ref fields, FlowFieldId.Region);
        json.WriteText("zone"u8, ref fields, FlowFieldId.AzId);
        if (fields.Has(FlowFieldId.AccountId))
        {
            json.WriteStartObject("account"u8);
            json.WriteText("uid"u8, ref fields, FlowFieldId.AccountId);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteAction(Utf8JsonWriter json, ref RecordFields fields)
    {
        var action = fields.Peek(FlowFieldId.Action);
        if (action.IsEmpty)
            return;
        fields.Take(FlowFieldId.Action);
        if (action.SequenceEqual("ACCEPT"u8))
            Write(1, "Allowed"u8, "Allowed"u8);
        else if (action.SequenceEqual("REJECT"u8))
            Write(2, "Denied"u8, "Blocked"u8);
        else
            Write(99, action, action);

        void Write(int id, ReadOnlySpan<byte> name, ReadOnlySpan<byte> disposition)
        {
            json.WriteNumber("action_id"u8, id);
            json.WriteString("action"u8, name);
            json.WriteNumber("disposition_id"u8, id);
            json.WriteString("disposition"u8, disposition);
        }
    }

    private static bool IsOfTransitGateway(in RecordFields fields) =>
        fields.HasAny(FlowFieldId.ResourceType, FlowFieldId.TgwId, FlowFieldId.TgwAttachmentId);
}
