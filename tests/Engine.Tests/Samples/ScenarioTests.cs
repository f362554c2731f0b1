using System.Net;

namespace FlowLogs.Tests.Samples;

/// <summary>What the summaries say is counted again from the lines, and each scenario is what its name says.</summary>
public sealed class ScenarioTests
{
    private static readonly SampleLog Log = new(new() { Count = 50_000, Seed = 3, Format = SampleLog.EverythingOfVpc });

    private static readonly string[] Attacks =
        ["PortScan", "HorizontalScan", "SshBruteForce", "RdpBruteForce", "Beaconing", "Exfiltration"];

    private static IEnumerable<string> Attackers => Attacks
        .SelectMany(name => Log.Summaries[name].SrcAddr.Concat(Log.Summaries[name].DstAddr))
        .Where(address => address.StartsWith("192.0.2.", StringComparison.Ordinal));

    [Fact]
    public void Every_scenario_has_a_summary_that_agrees_with_the_lines()
    {
        Assert.Equal(Enum.GetNames<FlowScenario>(), Log.Summaries.Keys);
        foreach (var (name, summary) in Log.Summaries)
        {
            var lines = Of(name).ToList();
            Assert.Equal(lines.Count, summary.Records);
            Assert.Equal(lines.Min(line => line.Number("start")), summary.FirstTime!.Value.ToUnixTimeSeconds());
            Assert.Equal(lines.Max(line => line.Number("end")), summary.LastTime!.Value.ToUnixTimeSeconds());
        }

        Assert.Empty(Log.Summaries["Status"].SrcAddr);
        Assert.Empty(Log.Summaries["Status"].DstPort);
    }

    [Fact]
    public void An_attack_has_one_source_and_the_targets_and_ports_of_its_summary()
    {
        foreach (var name in Attacks)
        {
            var summary = Log.Summaries[name];
            var source = Assert.Single(summary.SrcAddr);
            var asked = Of(name).Where(line => line["srcaddr"] == source).ToList();
            Assert.Equal(asked.Select(line => line["dstaddr"]).Distinct().Order(StringComparer.Ordinal), summary.DstAddr);
            Assert.Equal(asked.Select(line => (int)line.Number("dstport")).Distinct().Order(), summary.DstPort);
            // The rest are answers to them.
            Assert.All(Of(name).Except(asked), line => Assert.Equal(source, line["dstaddr"]));
        }

        // Each has an attacker of its own.
        Assert.Equal(Attacks.Length, Attackers.Distinct().Count());
    }

    [Fact]
    public void The_port_scan_tries_each_port_once()
    {
        var probes = Of("PortScan").Where(line => line["srcaddr"].StartsWith("192.0.2.", StringComparison.Ordinal)).ToList();
        Assert.True(probes.Count > 3900);
        Assert.Equal(probes.Count, probes.Select(line => line["dstport"]).Distinct().Count());
        Assert.Single(probes.Select(line => line["dstaddr"]).Distinct());
        Assert.All(probes, line => Assert.Equal(("2", line["dstport"] is "80" or "443" ? "ACCEPT" : "REJECT"), (line["tcp-flags"], line["action"])));
        Assert.InRange(Seconds("PortScan"), 60, 900);
    }

    [Fact]
    public void A_port_scan_alone_goes_on_with_the_next_host()
    {
        var log = new SampleLog(new() { Count = 140_000, Scenarios = [FlowScenario.PortScan] });
        var hosts = log.Lines.Where(line => line["srcport"] is not ("80" or "443")).GroupBy(line => line["dstaddr"]).ToList();
        Assert.Equal(2, hosts.Count);
        Assert.All(hosts, host => Assert.Equal(65535, host.Select(line => line["dstport"]).Distinct().Count()));
    }

    [Fact]
    public void The_horizontal_scan_tries_one_port_of_many_hosts()
    {
        var summary = Log.Summaries["HorizontalScan"];
        Assert.Single(summary.DstPort);
        Assert.InRange(summary.DstAddr.Length, 220, 240);
        Assert.Contains(Of("HorizontalScan"), line => line["tcp-flags"] == "4" && line["action"] == "ACCEPT");
        Assert.Contains(Of("HorizontalScan"), line => line["reject-reason"] == "BPA");
    }

    [Theory]
    [InlineData("SshBruteForce", 22)]
    [InlineData("RdpBruteForce", 3389)]
    public void Brute_force_succeeds_at_the_very_end(string name, int port)
    {
        Assert.Equal([port], Log.Summaries[name].DstPort);
        var tries = Of(name).Where(line => line.Number("dstport") == port).ToList();
        Assert.True(tries.Count > 500);
        Assert.All(tries, line => Assert.Equal("ACCEPT", line["action"]));
        Assert.All(tries.SkipLast(1), line => Assert.InRange(line.Number("bytes"), 500, 4000));
        Assert.True(tries[^1].Number("bytes") > 50_000);
    }

    [Fact]
    public void Beacons_are_small_and_regular()
    {
        var calls = Of("Beaconing").Where(line => line.IsEgress).ToList();
        var gaps = calls.Zip(calls.Skip(1), (one, next) => next.Number("start") - one.Number("start")).ToList();
        Assert.True(gaps.Count > 300);
        var mean = gaps.Average();
        Assert.InRange(mean, 30, 300);
        Assert.All(gaps, gap => Assert.InRange(gap, mean * 0.75, mean * 1.25));
        Assert.True(gaps.Distinct().Count() > 5);
        Assert.All(calls, call => Assert.InRange(call.Number("bytes"), 500, 1500));
    }

    [Fact]
    public void Exfiltration_is_one_connection_over_hours()
    {
        var lines = Of("Exfiltration").ToList();
        var sent = lines.Where(line => line.IsEgress).ToList();
        Assert.Single(sent.Select(line => (line["srcaddr"], line["srcport"], line["dstaddr"], line["dstport"])).Distinct());
        Assert.True(sent.Sum(line => line.Number("bytes")) > 10_000_000_000);
        Assert.True(lines.Where(line => !line.IsEgress).Sum(line => line.Number("bytes")) * 20 < sent.Sum(line => line.Number("bytes")));
        Assert.True(Seconds("Exfiltration") > 2 * 3600);
        Assert.Equal(["2", "18"], lines.Take(2).Select(line => line["tcp-flags"]));
        Assert.Equal(["1", "1"], lines.TakeLast(2).Select(line => line["tcp-flags"]));
        Assert.All(lines.Skip(2).SkipLast(2), line => Assert.Equal("0", line["tcp-flags"]));
        Assert.All(lines, line => Assert.InRange(line.Number("end") - line.Number("start"), 0, 599));
        Assert.All(sent.Zip(sent.Skip(1)), pair => Assert.True(pair.First.Number("end") < pair.Second.Number("start")));
    }

    [Fact]
    public void Everyday_traffic_is_no_attack()
    {
        var rejects = Of("Web").Where(line => line["action"] == "REJECT").ToList();
        Assert.NotEmpty(rejects);
        Assert.All(rejects, line => Assert.Contains(line["dstport"], new[] { "443", "5432" }));
        Assert.Empty(Attackers.Intersect(Of("Web").SelectMany(line => new[] { line["srcaddr"], line["dstaddr"] })));
    }

    [Fact]
    public void All_addresses_are_private_or_for_documentation()
    {
        var networks = new[] { "10.0.0.0/8", "192.168.0.0/16", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32" }
            .Select(IPNetwork.Parse).ToList();
        var addresses = Log.Lines.SelectMany(line => new[] { line["srcaddr"], line["dstaddr"], line["pkt-srcaddr"], line["pkt-dstaddr"] })
            .Where(address => address != "-").Distinct().Select(IPAddress.Parse).ToList();
        Assert.True(addresses.Count > 300);
        Assert.All(addresses, address => Assert.Contains(networks, network => network.Contains(address)));
    }

    [Fact]
    public void A_scenario_that_is_not_asked_for_is_not_there()
    {
        var log = new SampleLog(new() { Count = 1000, Scenarios = [FlowScenario.Status, FlowScenario.Beaconing] });
        Assert.Equal(["Beaconing", "Status"], log.Summaries.Keys);
        Assert.Equal(500, log.Summaries["Status"].Records);
    }

    [Fact]
    public void Where_there_is_no_room_the_summary_says_so()
    {
        var summary = new SampleLog(new() { Count = 3 }).Summaries["Exfiltration"];
        Assert.Equal((0, null, null), (summary.Records, summary.FirstTime, summary.LastTime));
    }

    private static IEnumerable<SampleLog.Line> Of(string scenario) => Log.Lines.Where(line => line.Scenario == scenario);

    private static double Seconds(string scenario) => (Log.Summaries[scenario].LastTime - Log.Summaries[scenario].FirstTime)!.Value.TotalSeconds;
}
