using System.Text.Json;
using FlowLogs.Records;
using FlowLogs.Writing;
using FsCheck;
using FsCheck.Xunit;

namespace FlowLogs.Tests.Writing;

public class EcsWriterTests
{
    /// <summary>Records and what documents must and may not have: path, value; a null value for what must not be there.</summary>
    public static TheoryData<string, string, string, string?> Values { get; } = new()
    {
        { "start end", "1770000000 1770000060", "@timestamp", "2026-02-02T02:41:00.000Z" },
        { "start end", "1770000000 -", "@timestamp", "2026-02-02T02:40:00.000Z" },
        { "start end", "1770000000500 1770000060000", "event.start", "2026-02-02T02:40:00.500Z" },
        { "start end", "1770000000 1770000060", "event.duration", "60000000000" },
        { "start end", "1770000060 1770000000", "event.duration", null },
        { "start end", "-62135596800 253402300799999", "event.duration", null },
        { "start srcaddr dstaddr action", "1 10.0.0.1 10.0.0.2 ACCEPT", "event.type", """["connection","allowed"]""" },
        { "start srcaddr dstaddr action", "1 10.0.0.1 10.0.0.2 REJECT", "event.type", """["connection","denied"]""" },
        { "start srcaddr dstaddr action", "1 - - -", "event.type", """["info"]""" },
        { "start action", "1 REJECT", "event.outcome", "failure" },
        { "start action", "1 REJECT", "event.action", "REJECT" },
        { "start action", "1 DROP", "event.outcome", null },
        { "start srcaddr", "1 somewhere", "source.address", "somewhere" },
        { "start srcaddr", "1 somewhere", "source.ip", null },
        { "start srcaddr", "1 2001:db8::1", "network.type", "ipv6" },
        { "start protocol", "1 58", "network.transport", "ipv6-icmp" },
        { "start protocol", "1 58", "network.iana_number", "58" },
        { "start packets", "1 5", "source.packets", "5" },
        { "start packets", "1 5", "network.packets", "5" },
        { "start srcaddr dstaddr pkt-srcaddr pkt-dstaddr", "1 10.0.0.1 10.0.0.2 10.0.0.1 10.0.0.3", "related.ip", """["10.0.0.1","10.0.0.2","10.0.0.3"]""" },
        { "start account-id", "1 000000000012", "cloud.account.id", "000000000012" },
        { "start instance-id", "1 i-1", "cloud.instance.id", "i-1" },
        { "start instance-id", "1 i-1", "aws.vpcflow.instance_id", "i-1" },
        { "start tcp-flags", "1 19", "aws.vpcflow.tcp_flags_array", """["fin","syn","ack"]""" },
        { "start tcp-flags", "1 0", "aws.vpcflow.tcp_flags_array", "[]" },
        { "start packets-lost-blackhole", "1 12", "aws.vpcflow.packets_lost_blackhole", "12" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_has_its_place(string format, string line, string path, string? expected)
    {
        Assert.Equal(expected, Json.At(Write(Lines.Read(format, line)), path));
    }

    [Property(MaxTest = 200, Replay = "(144,233)")]
    public void Documents_keep_to_the_schema_and_lose_nothing(DoNotSize<int> seed) =>
        RandomRecords.LoseNothing(seed.Item, Write, EcsPlaces.Has);

    [Fact]
    public void What_CloudWatch_knows_of_the_event_is_kept()
    {
        var origin = new RecordOrigin("my-group", "eni-1-all", "42", 1770000000000, 1770000300000);
        var document = Write(Lines.Read(FlowLogFormat.Parse("srcaddr"), "10.0.0.1", origin));
        Assert.Equal("2026-02-02T02:40:00.000Z", Json.At(document, "@timestamp"));
        Assert.Equal("42", Json.At(document, "event.id"));
        Assert.Equal("my-group", Json.At(document, "aws.cloudwatch.log_group"));
        Assert.Equal("eni-1-all", Json.At(document, "aws.cloudwatch.log_stream"));
        Assert.Equal("2026-02-02T02:45:00.000Z", Json.At(document, "aws.cloudwatch.ingestion_time"));
    }

    private static JsonElement Write(FlowLogRecord record)
    {
        var document = Json.Parse(new EcsWriter().Write(record));
        EcsSchema.Check(document);
        return document;
    }
}
