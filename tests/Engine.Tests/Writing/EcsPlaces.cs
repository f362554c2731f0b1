using System.Globalization;
using System.Text.Json;
using FlowLogs.Records;

namespace FlowLogs.Tests.Writing;

/// <summary>Where an ECS document has a field's value, written down apart from the writer.</summary>
internal static class EcsPlaces
{
    public static bool Has(JsonElement document, FlowField field, string text)
    {
        var found = Json.At(document, PathOf(field.Name));
        return field.Name switch
        {
            "start" or "end" => DateTimeOffset.Parse(found!, CultureInfo.InvariantCulture) == EpochTime.FromNumber(Json.ToLong(text)),
            "srcport" or "dstport" => found == Json.Number(text),
            _ => found == (field.Type == FlowFieldType.Int64 ? Json.Number(text) : text),
        };
    }

    private static string PathOf(string name) => name switch
    {
        "srcaddr" => "source.address",
        "dstaddr" => "destination.address",
        "srcport" => "source.port",
        "dstport" => "destination.port",
        "protocol" => "network.iana_number",
        "flow-direction" => "network.direction",
        "packets" => "network.packets",
        "bytes" => "source.bytes",
        "start" => "event.start",
        "end" => "event.end",
        "reject-reason" => "event.reason",
        "region" => "cloud.region",
        "az-id" => "cloud.availability_zone",
        "ecs-cluster-arn" => "orchestrator.cluster.id",
        "ecs-cluster-name" => "orchestrator.cluster.name",
        "ecs-container-instance-id" => "orchestrator.resource.id",
        "ecs-container-instance-arn" => "orchestrator.resource.name",
        "ecs-service-name" => "service.name",
        "sublocation-id" => "aws.vpcflow.sublocation.id",
        "sublocation-type" => "aws.vpcflow.sublocation.type",
        "pkt-src-aws-service" => "aws.vpcflow.pkt_src_service",
        "pkt-dst-aws-service" => "aws.vpcflow.pkt_dst_service",
        _ => $"aws.vpcflow.{name.Replace('-', '_')}",
    };
}
