using System.Text.Json;
using FlowLogs.Records;
using FlowLogs.Writing;
using FsCheck;
using FsCheck.Xunit;

namespace FlowLogs.Tests.Writing;

public class OcsfWriterTests
{
    /// <summary>Records and what events must and may not have: path, value; a null value for what must not be there.</summary>
    public static TheoryData<string, string, string, string?> Values { get; } = new()
    {
        // Allowed or not.
        { "action start", "ACCEPT 1", "activity_name", "Traffic" },
        { "action start", "ACCEPT 1", "disposition_id", "1" },
        { "action start", "REJECT 1", "activity_id", "5" },
        { "action start", "REJECT 1", "type_uid", "400105" },
        { "action start", "REJECT 1", "action_id", "2" },
        { "action start", "REJECT 1", "disposition", "Blocked" },
        { "action start", "DROP 1", "activity_id", "6" },
        { "action start", "DROP 1", "action_id", "99" },
        { "action start", "DROP 1", "action", "DROP" },
        { "action start", "- 1", "action_id", null },

        // Times.
        { "start end", "1770000000 1770000060", "time", "1770000000000" },
        { "start end", "- 1770000060", "time", "1770000060000" },
        { "start end", "1770000000123 -", "start_time", "1770000000123" },

        // The interface is at the end that the direction tells.
        { "start srcaddr dstaddr flow-direction interface-id", "1 10.0.0.1 10.0.0.2 ingress eni-1", "dst_endpoint.interface_uid", "eni-1" },
        { "start srcaddr dstaddr flow-direction interface-id", "1 10.0.0.1 10.0.0.2 egress eni-1", "src_endpoint.interface_uid", "eni-1" },
        { "start srcaddr dstaddr flow-direction interface-id", "1 10.0.0.1 10.0.0.2 - eni-1", "unmapped.interface_id", "eni-1" },
        { "start srcaddr dstaddr flow-direction interface-id", "1 10.0.0.1 10.0.0.2 - eni-1", "connection_info.direction_id", "0" },
        { "start srcaddr flow-direction vpc-id", "1 10.0.0.1 ingress vpc-1", "unmapped.vpc_id", "vpc-1" },
        { "start interface-id vpc-id", "1 eni-1 vpc-1", "src_endpoint.vpc_uid", "vpc-1" },
        { "start interface-id flow-direction", "1 eni-1 ingress", "src_endpoint", null },
        { "start bytes", "1 5", "src_endpoint.name", "Unknown" },

        // The packets' own addresses.
        { "start srcaddr pkt-srcaddr", "1 10.0.0.1 10.9.9.9", "src_endpoint.ip", "10.9.9.9" },
        { "start srcaddr pkt-srcaddr", "1 10.0.0.1 10.9.9.9", "src_endpoint.intermediate_ips", """["10.0.0.1"]""" },
        { "start srcaddr pkt-srcaddr", "1 10.0.0.1 10.0.0.1", "src_endpoint.intermediate_ips", null },
        { "start srcaddr pkt-srcaddr", "1 10.0.0.1 -", "src_endpoint.ip", "10.0.0.1" },
        { "start srcaddr dstaddr", "1 10.0.0.1 localhost", "unmapped.dstaddr", "localhost" },
        { "start dstaddr dstport", "1 10.0.0.1 70000", "unmapped.dstport", "70000" },

        // The connection.
        { "start protocol type", "1 17 IPv6", "connection_info.protocol_name", "udp" },
        { "start protocol type", "1 17 IPv6", "connection_info.protocol_ver_id", "6" },
        { "start protocol type", "1 17 EFA", "connection_info.protocol_ver_id", "99" },
        { "start protocol", "1 250", "connection_info.protocol_name", null },
        { "start srcaddr", "1 fe80::1", "connection_info.protocol_ver_id", "6" },
        { "start traffic-path", "1 8", "connection_info.boundary_id", "11" },
        { "start traffic-path", "1 9", "connection_info.boundary_id", "99" },
        { "start srcaddr dstaddr tcp-flags", "1 10.0.0.1 10.0.0.2 2", "is_src_dst_assignment_known", "True" },
        { "start srcaddr dstaddr tcp-flags", "1 10.0.0.1 10.0.0.2 18", "is_src_dst_assignment_known", "False" },

        // Transit gateways.
        { "start tgw-id tgw-src-eni", "1 tgw-1 eni-1", "metadata.product.name", "AWS Transit Gateway" },
        { "start tgw-id tgw-src-eni", "1 tgw-1 eni-1", "src_endpoint.interface_uid", "eni-1" },
        { "start tgw-dst-vpc-id tgw-dst-az-id", "1 vpc-1 use1-az1", "unmapped.tgw_dst_az_id", "use1-az1" },
        { "start srcaddr packets-lost-blackhole", "1 10.0.0.1 12", "unmapped.packets_lost_blackhole", "12" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_has_its_place(string format, string line, string path, string? expected)
    {
        Assert.Equal(expected, Json.At(Write(Lines.Read(format, line)), path));
    }

    [Property(MaxTest = 200, Replay = "(55,89)")]
    public void Events_keep_to_the_schema_and_lose_nothing(DoNotSize<int> seed) =>
        RandomRecords.LoseNothing(seed.Item, Write, OcsfPlaces.Has);

    [Fact]
    public void What_CloudWatch_knows_of_the_event_is_metadata()
    {
        var origin = new RecordOrigin("my-group", "eni-1-all", "42", 1770000000000, 1770000300000);
        var document = Write(Lines.Read(FlowLogFormat.Parse("srcaddr"), "10.0.0.1", origin));
        Assert.Equal("1770000000000", Json.At(document, "time"));
        Assert.Equal("my-group", Json.At(document, "metadata.log_name"));
        Assert.Equal("eni-1-all", Json.At(document, "metadata.log_source"));
        Assert.Equal("42", Json.At(document, "metadata.original_event_uid"));
        Assert.Equal("1770000300000", Json.At(document, "metadata.logged_time"));
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_do_not_break_the_document()
    {
        var record = Lines.Read(FlowLogFormat.Parse("start vpc-id"), [.. "1 a"u8, 0xFF, .. "b"u8]);
        Assert.Equal("a\uFFFDb", Json.At(Write(record), "src_endpoint.vpc_uid"));
    }

    private static JsonElement Write(FlowLogRecord record)
    {
        var document = Json.Parse(new OcsfWriter().Write(record));
        OcsfSchema.Check(document);
        return document;
    }
}
