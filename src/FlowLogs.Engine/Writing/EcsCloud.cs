using System.Text.Json;
using FlowLogs.Records;
using Id = FlowLogs.Records.FlowFieldId;

namespace FlowLogs.Writing;

/// <summary>
/// Writes what an ECS document says of the cloud: <c>cloud</c>, <c>orchestrator</c>, <c>service</c>, and under <c>aws</c>
/// the fields that are Elastic's own or nobody's yet.
/// </summary>
internal static class EcsCloud
{
    private static readonly (FlowTcpFlags Flag, string Name)[] Flags =
        [.. Enum.GetValues<FlowTcpFlags>().Select(static flag => (flag, flag.ToString().ToLowerInvariant()))];

    public static void Write(Utf8JsonWriter json, ref RecordFields fields)
    {
        json.WriteStartObject("cloud"u8);
        json.WriteString("provider"u8, "aws"u8);
        json.WriteText("region"u8, ref fields, Id.Region);
        json.WriteText("availability_zone"u8, ref fields, Id.AzId);
        WriteId(json, "account"u8, fields, Id.AccountId);
        WriteId(json, "instance"u8, fields, Id.InstanceId);
        json.WriteEndObject();

        WritePair(json, "service"u8, ref fields, "name"u8, Id.EcsServiceName);
        if (fields.HasAny(Id.EcsClusterArn, Id.EcsClusterName, Id.EcsContainerInstanceArn, Id.EcsContainerInstanceId))
        {
            json.WriteStartObject("orchestrator"u8);
            WritePair(json, "cluster"u8, ref fields, "id"u8, Id.EcsClusterArn, "name"u8, Id.EcsClusterName);
            WritePair(json, "resource"u8, ref fields, "id"u8, Id.EcsContainerInstanceId, "name"u8, Id.EcsContainerInstanceArn);
            json.WriteEndObject();
        }

        json.WriteStartObject("aws"u8);
        WriteCloudWatch(json, fields.Record.Origin);
        WriteVpcFlow(json, ref fields);
        json.WriteEndObject();
    }

    // Elastic has these under aws.vpcflow too, so they are not taken here.
    private static void WriteId(Utf8JsonWriter json, ReadOnlySpan<byte> name, in RecordFields fields, Id id)
    {
        if (!fields.Has(id))
            return;
        json.WriteStartObject(name);
        json.WriteString("id"u8, fields.Peek(id));
        json.WriteEndObject();
    }

    private static void WritePair(
        Utf8JsonWriter json,
        ReadOnlySpan<byte> name,
        ref RecordFields fields,
        ReadOnlySpan<byte> firstName,
        Id first,
        ReadOnlySpan<byte> secondName = default,
        Id? second = null)
    {
        if (!fields.Has(first) && !(second is { } other && fields.Has(other)))
            return;
        json.WriteStartObject(name);
        json.WriteText(firstName, ref fields, first);
        if (second is { } id)
            json.WriteText(secondName, ref fields, id);
        json.WriteEndObject();
    }

    private static void WriteCloudWatch(Utf8JsonWriter json, in RecordOrigin origin)
    {
        if (origin is not ({ LogGroupName: not null } or { LogStreamName: not null } or { IngestionTime: not null }))
            return;
        json.WriteStartObject("cloudwatch"u8);
        json.WriteKnown("log_group"u8, origin.LogGroupName);
        json.WriteKnown("log_stream"u8, origin.LogStreamName);
        json.WriteTime("ingestion_time"u8, origin.IngestionTime);
        json.WriteEndObject();
    }

    private static void WriteVpcFlow(Utf8JsonWriter json, ref RecordFields fields)
    {
        json.WriteStartObject("vpcflow"u8);
        WritePair(json, "sublocation"u8, ref fields, "id"u8, Id.SublocationId, "type"u8, Id.SublocationType);
        json.WriteText("pkt_src_service"u8, ref fields, Id.PktSrcAwsService);
        json.WriteText("pkt_dst_service"u8, ref fields, Id.PktDstAwsService);
        if (fields.Number(Id.TcpFlags) is { } flags)
        {
            json.WriteStartArray("tcp_flags_array"u8);
            foreach (var (flag, name) in Flags)
            {
                if (((FlowTcpFlags)flags & flag) != default)
                    json.WriteStringValue(name);
            }

            json.WriteEndArray();
        }

        // Numbers of 32 bits are codes, which Elastic keeps as keywords.
        json.WriteRest(fields, static type => type == FlowFieldType.Int64);
        json.WriteEndObject();
    }
}
