using System.Text.Json;
using FlowLogs.Records;

namespace FlowLogs.Tests.Writing;

/// <summary>Where an OCSF event may have a field's value, written down apart from the writer.</summary>
internal static class OcsfPlaces
{
    private static readonly string[] Boundaries =
        ["Same VPC", "Internet/VPC Gateway", "Virtual Private Gateway", "Intra-region VPC", "Inter-region VPC", "Local Gateway", "Gateway VPC", "Internet Gateway"];

    /// <summary>Whether the event has a field's value in its place or under <c>unmapped</c>.</summary>
    public static bool Has(JsonElement document, FlowField field, string text)
    {
        var rest = Json.At(document, $"unmapped.{field.Name.Replace('-', '_')}");
        if (rest is not null)
            return rest == (field.Type == FlowFieldType.Text ? text : Json.Number(text));
        return Places(field.Name).Any(path => Json.At(document, path) is { } found && IsValue(field, text, found));
    }

    private static bool IsValue(FlowField field, string text, string found) => field.Name switch
    {
        "action" => found == text switch { "ACCEPT" => "Allowed", "REJECT" => "Denied", _ => text },
        "flow-direction" => found == text switch { "ingress" => "Inbound", "egress" => "Outbound", _ => text },
        "traffic-path" => Json.ToLong(text) is var path && found == (path is > 0 and < 9 ? Boundaries[path - 1] : text),
        "version" => found == text,
        "start" or "end" => found == Json.Number(Json.ToLong(text) is >= 100_000_000_000 and var time ? time : Json.ToLong(text) * 1000),
        _ when found.StartsWith('[') => JsonDocument.Parse(found).RootElement.EnumerateArray().Any(item => item.GetString() == text),
        _ => found == (field.Type == FlowFieldType.Text ? text : Json.Number(text)),
    };

    private static string[] Places(string name) => name switch
    {
        "version" => ["metadata.product.version"],
        "account-id" => ["cloud.account.uid"],
        "interface-id" => ["src_endpoint.interface_uid", "dst_endpoint.interface_uid"],
        "vpc-id" => ["src_endpoint.vpc_uid", "dst_endpoint.vpc_uid"],
        "subnet-id" => ["src_endpoint.subnet_uid", "dst_endpoint.subnet_uid"],
        "instance-id" => ["src_endpoint.instance_uid", "dst_endpoint.instance_uid"],
        "srcaddr" => ["src_endpoint.ip", "src_endpoint.intermediate_ips"],
        "dstaddr" => ["dst_endpoint.ip", "dst_endpoint.intermediate_ips"],
        "pkt-srcaddr" => ["src_endpoint.ip"],
        "pkt-dstaddr" => ["dst_endpoint.ip"],
        "srcport" => ["src_endpoint.port"],
        "dstport" => ["dst_endpoint.port"],
        "pkt-src-aws-service" => ["src_endpoint.svc_name"],
        "pkt-dst-aws-service" => ["dst_endpoint.svc_name"],
        "protocol" => ["connection_info.protocol_num"],
        "type" => ["connection_info.protocol_ver"],
        "tcp-flags" => ["connection_info.tcp_flags"],
        "flow-direction" => ["connection_info.direction"],
        "traffic-path" => ["connection_info.boundary"],
        "packets" => ["traffic.packets"],
        "bytes" => ["traffic.bytes"],
        "start" => ["start_time"],
        "end" => ["end_time"],
        "action" => ["action"],
        "log-status" => ["status_code"],
        "region" => ["cloud.region"],
        "az-id" => ["cloud.zone"],
        _ when name.StartsWith("tgw-src-", StringComparison.Ordinal) => ["src_endpoint." + End(name[8..])],
        _ when name.StartsWith("tgw-dst-", StringComparison.Ordinal) => ["dst_endpoint." + End(name[8..])],
        _ => [],
    };

    private static string End(string name) => name switch
    {
        "eni" => "interface_uid",
        "vpc-id" => "vpc_uid",
        "subnet-id" => "subnet_uid",
        "az-id" => "zone",
        _ => "none",
    };
}
