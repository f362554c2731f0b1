using FlowLogs.Records;
using FlowLogs.Samples;

namespace FlowLogs.Tests.Samples;

/// <summary>The fields of one record agree with each other as AWS's guide has it.</summary>
public sealed class SampleFieldTests
{
    private static readonly SampleLog Log = new(new() { Count = 20_000, Seed = 5, Format = SampleLog.EverythingOfVpc });
    private static readonly SampleLog Transit = new(new() { Count = 5000, Seed = 5, Format = FlowLogFormat.TransitGatewayDefault });

    private static readonly string[] InStatus =
        ["version", "account-id", "interface-id", "vpc-id", "subnet-id", "instance-id", "start", "end", "log-status", "region", "az-id"];

    private static IEnumerable<SampleLog.Line> Flows => Log.Lines.Where(line => line.IsFlow);

    [Fact]
    public void Every_field_has_a_value_somewhere()
    {
        foreach (var log in new[] { Log, Transit })
            Assert.All(log.Lines[0].Names, name => Assert.Contains(log.Lines, line => line[name] != "-"));
    }

    [Theory]
    [InlineData(2, 14)]
    [InlineData(3, 21)]
    [InlineData(4, 25)]
    [InlineData(5, 29)]
    [InlineData(6, 29)]
    [InlineData(7, 39)]
    [InlineData(8, 40)]
    [InlineData(9, 41)]
    [InlineData(10, 42)]
    [InlineData(11, 54)]
    public void A_version_has_precisely_its_fields(int version, int fields)
    {
        var format = SampleFormats.UpTo(version);
        Assert.Equal(FlowFields.All.Take(fields).Select(field => field.Name), format.Fields.Select(field => field.Name));
        // No field of a VPC's flow log came with version 6.
        var expected = version == 6 ? 5 : version;
        Assert.All(new SampleLog(new() { Count = 50, Format = format }).Lines, line => Assert.Equal(expected, line.Number("version")));
    }

    [Fact]
    public void A_transit_gateway_has_its_version_and_no_action()
    {
        Assert.DoesNotContain("action", Transit.Lines[0].Names);
        Assert.All(Transit.Lines, line => Assert.Equal(("6", "TransitGateway"), (line["version"], line["resource-type"])));
    }

    [Fact]
    public void A_record_of_no_flow_has_nothing_but_whose_it_is_and_when()
    {
        var status = Log.Lines.Where(line => !line.IsFlow).ToList();
        Assert.Contains(status, line => line["log-status"] == "NODATA");
        Assert.Contains(status, line => line["log-status"] == "SKIPDATA");
        foreach (var name in Log.Lines[0].Names)
            Assert.All(status, line => Assert.Equal(!InStatus.Contains(name), line[name] == "-"));
        // Who saw nothing for ten minutes has no flow in them.
        var quiet = status.Where(line => line["log-status"] == "NODATA").Select(line => line["interface-id"]);
        Assert.Empty(quiet.Intersect(Flows.Select(line => line["interface-id"])));
    }

    [Fact]
    public void An_interface_is_always_in_the_same_place()
    {
        foreach (var one in Log.Lines.Where(line => line["interface-id"] != "-").GroupBy(line => line["interface-id"]))
            Assert.Single(one.Select(line => (line["vpc-id"], line["subnet-id"], line["instance-id"], line["az-id"])).Distinct());
        Assert.All(Log.Lines.GroupBy(line => line["subnet-id"]), subnet => Assert.Single(subnet.Select(line => (line["vpc-id"], line["az-id"])).Distinct()));
    }

    [Fact]
    public void Flags_tell_who_opened_the_connection()
    {
        var answered = Flows.Where(line => line["tcp-flags"] is "18" or "19").ToList();
        Assert.True(answered.Count > 1000);
        var opened = Flows.Where(line => line["tcp-flags"] is "2" or "3").Select(line => Tuple(line, "src", "dst")).ToHashSet();
        Assert.All(answered, line => Assert.Contains(Tuple(line, "dst", "src"), opened));
        Assert.All(Flows.Where(line => line["protocol"] != "6"), line => Assert.Equal("0", line["tcp-flags"]));
        Assert.All(Flows.Where(line => line["action"] == "REJECT"), line => Assert.Contains(line["tcp-flags"], new[] { "0", "2", "4" }));
        Assert.All(Flows, line => Assert.Contains(line["tcp-flags"], new[] { "0", "1", "2", "3", "4", "18", "19" }));

        static string Tuple(SampleLog.Line line, string from, string to) =>
            string.Join(' ', line["interface-id"], line[$"{from}addr"], line[$"{to}addr"], line[$"{from}port"], line[$"{to}port"], line["start"]);
    }

    [Fact]
    public void The_direction_is_the_interfaces()
    {
        // An interface's own address is the one that is in all of its records.
        foreach (var one in Flows.Where(line => line["interface-id"] != "-" && line["type"] == "IPv4").GroupBy(line => line["interface-id"]))
        {
            var addresses = one.Select(line => line.IsEgress ? line["srcaddr"] : line["dstaddr"]).Distinct().ToList();
            Assert.StartsWith("10.0.", Assert.Single(addresses), StringComparison.Ordinal);
        }

        Assert.All(Flows, line => Assert.Equal(line.IsEgress, line["traffic-path"] != "-"));
        Assert.Equal(["1", "3", "4", "7", "8"], Flows.Select(line => line["traffic-path"]).Where(path => path != "-").Distinct().Order());
        Assert.All(Flows, line => Assert.Equal(line["srcaddr"].Contains(':', StringComparison.Ordinal) ? "IPv6" : "IPv4", line["type"]));
    }

    [Fact]
    public void Packets_have_other_addresses_at_a_gateway_and_at_a_second_address()
    {
        var nat = Flows.Where(line => line["interface-type"] == "nat_gateway").ToList();
        Assert.Contains(nat, line => !line.IsEgress && line["pkt-dstaddr"] != line["dstaddr"] && line["pkt-srcaddr"] == line["srcaddr"]);
        Assert.Contains(nat, line => line.IsEgress && line["pkt-srcaddr"] != line["srcaddr"] && line["pkt-dstaddr"] == line["dstaddr"]);
        var second = Flows.Where(line => line["pkt-dstaddr"] == "10.0.1.111").ToList();
        Assert.NotEmpty(second);
        Assert.All(second, line => Assert.Equal("10.0.1.11", line["dstaddr"]));
        Assert.All(
            Flows.Where(line => line["interface-type"] == "-" && line["pkt-dstaddr"] != line["dstaddr"]),
            line => Assert.Equal("10.0.1.111", line["pkt-dstaddr"]));
    }

    [Fact]
    public void Reasons_services_and_gateways_are_where_they_belong()
    {
        Assert.All(Flows, line => Assert.Equal(line["reject-reason"] == "BPA", line["bytes"] == "-"));
        Assert.All(Flows.Where(line => line["reject-reason"] != "-"), line => Assert.Equal("REJECT", line["action"]));
        Assert.Equal(["-", "BPA", "EC"], Flows.Select(line => line["reject-reason"]).Distinct().Order());
        Assert.All(Flows.Where(line => line["traffic-path"] == "7"), line => Assert.Equal("S3", line["pkt-dst-aws-service"]));
        Assert.All(Flows.Where(line => line["sublocation-id"] != "-"), line => Assert.Equal(("-", "localzone"), (line["az-id"], line["sublocation-type"])));
        Assert.Equal(["-", "0", "1", "2", "3"], Flows.Select(line => line["encryption-status"]).Distinct().Order());
        var regional = Flows.Where(line => line["resource-id"] != "-").ToList();
        Assert.NotEmpty(regional);
        Assert.All(regional, line => Assert.Equal(
            ("-", "-", "-", "-", "regional_nat_gateway"), (line["interface-id"], line["vpc-id"], line["subnet-id"], line["instance-id"], line["interface-type"])));
        Assert.All(Flows.Where(line => line["instance-tag"] != "-"), line => Assert.NotEqual("-", line["instance-id"]));
        Assert.DoesNotContain(Flows, line => line.Values.Any(value => value.Contains('&', StringComparison.Ordinal)));
    }

    [Fact]
    public void A_task_on_Fargate_has_no_container_instance()
    {
        var tasks = Flows.Where(line => line["ecs-task-id"] != "-").GroupBy(line => line["ecs-cluster-name"]).ToDictionary(one => one.Key, one => one.First());
        Assert.Equal(("-", "checkout"), (tasks["shop"]["ecs-container-instance-id"], tasks["shop"]["ecs-service-name"]));
        Assert.Equal((32, "-"), (tasks["batch"]["ecs-container-instance-id"].Length, tasks["batch"]["ecs-service-name"]));
        Assert.All(tasks.Values, line => Assert.EndsWith(line["ecs-task-id"], line["ecs-task-arn"], StringComparison.Ordinal));
    }

    [Fact]
    public void The_next_hop_is_an_interface_of_the_log_where_there_is_one()
    {
        var places = Log.Lines.GroupBy(line => line["interface-id"])
            .ToDictionary(one => one.Key, one => (one.First()["subnet-id"], one.First()["az-id"], one.First()["vpc-id"], one.First()["interface-type"]));
        var hops = Flows.Where(line => line["next-hop-interface-id"] != "-").ToList();
        Assert.True(hops.Count > 500);
        Assert.All(hops.Where(line => places.ContainsKey(line["next-hop-interface-id"])), line => Assert.Equal(
            places[line["next-hop-interface-id"]],
            (line["next-hop-subnet-id"], line["next-hop-az-id"], line["next-hop-vpc-id"], line["next-hop-interface-type"])));
        Assert.All(Flows.Where(line => line["traffic-path"] == "8"), line => Assert.Equal("-", line["next-hop-interface-id"]));
    }

    [Fact]
    public void A_transit_gateway_knows_both_sides_but_not_the_data_centre()
    {
        var flows = Transit.Lines.Where(line => line.IsFlow).ToList();
        foreach (var line in flows)
        {
            foreach (var side in new[] { "src", "dst" })
            {
                var isKnown = line[$"{side}addr"] != "192.168.10.25";
                Assert.Equal(isKnown, line[$"tgw-{side}-vpc-id"] != "-");
                Assert.Equal(isKnown, line[$"tgw-{side}-eni"] != "-");
                Assert.Equal(isKnown && line[$"{side}addr"] != "10.0.18.10", line[$"tgw-{side}-az-id"] != "-");
            }
        }

        Assert.Contains(flows, line => line.Number("packets-lost-blackhole") > 0);
        Assert.Contains(flows, line => line["tcp-flags"] == "27");
        Assert.All(
            Transit.Lines.Where(line => !line.IsFlow),
            line => Assert.Equal(
                ["version", "resource-type", "account-id", "tgw-id", "tgw-attachment-id", "start", "end", "log-status", "region"],
                line.Names.Where(name => line[name] != "-")));
    }
}
