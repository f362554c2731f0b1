namespace FlowLogs.Samples.Scenarios;

/// <summary>Shares the records out among the scenarios, and puts these in their places.</summary>
internal static class ScenarioPlan
{
    private const int SecondsPerMinute = 60;

    // Of a hundred records, as many are of each scenario, in the order of the enumeration.
    private static readonly int[] Shares = [70, 8, 4, 5, 4, 3, 3, 3];

    /// <summary>The scenarios that were asked for, each with its number of records, which may be none.</summary>
    public static IReadOnlyList<SampleScenario> Make(FlowLogSampleOptions options, SampleNetwork network)
    {
        var from = options.StartTime.ToUnixTimeSeconds();
        var to = options.EndTime.ToUnixTimeSeconds();
        var span = new SampleSpan(from, to, to - 1);
        var names = (options.Scenarios ?? Enum.GetValues<FlowScenario>()).Distinct().Order().ToArray();
        var counts = Count(options.Count, names, span.Seconds, network.Surroundings);
        return [.. names.Select((name, i) => Make(name, counts[i], span, network, new SampleRandom(options.Seed, $"scenario {name}"), options.Seed))];
    }

    // An attack has its own size; what everyday traffic can have, it gets. Without it, the shares are all there is.
    private static long[] Count(long count, FlowScenario[] names, long seconds, SampleSurroundings around)
    {
        var hasWeb = names.Contains(FlowScenario.Web);
        var all = names.Sum(static name => Shares[(int)name]);
        var counts = names.Select(name => (long)((Int128)count * Shares[(int)name] / all)).ToArray();
        if (hasWeb)
        {
            for (var i = 1; i < names.Length; i++)
                counts[i] = Math.Min(counts[i], Largest(names[i], seconds, around));
        }

        counts[0] += count - counts.Sum();
        return counts;
    }

    private static long Largest(FlowScenario name, long seconds, SampleSurroundings around) => name switch
    {
        FlowScenario.PortScan => PortScanScenario.Ports,
        FlowScenario.HorizontalScan => around.Fleet.Count,
        FlowScenario.SshBruteForce or FlowScenario.RdpBruteForce => 20_000,
        FlowScenario.Beaconing => Math.Max(2, seconds / SecondsPerMinute),
        FlowScenario.Exfiltration => Math.Max(2, seconds / 5 / SecondsPerMinute * 2),
        _ => Math.Max(2, seconds / FlowLogGenerator.WindowSeconds * around.Idle.Count),
    };

    private static SampleScenario Make(
        FlowScenario name, long count, SampleSpan span, SampleNetwork network, SampleRandom random, int seed)
    {
        var around = network.Surroundings;
        var address = $"192.0.2.{200 + new SampleRandom(seed, "attackers").Below(40) + (int)name}";
        return name switch
        {
            FlowScenario.Web => new WebScenario(count, span, network, random),
            FlowScenario.PortScan => new PortScanScenario(
                count, span.Part(random, 10, 18, Math.Min(count / 2, span.Seconds / 100)), network, address, random),
            FlowScenario.HorizontalScan => new HorizontalScanScenario(
                count, span.Part(random, 20, 25, Math.Min(count, span.Seconds / 10)), network, address, random),
            FlowScenario.SshBruteForce => new BruteForceScenario(
                name, BruteForceScenario.SshPort, network.Bastion, address, count,
                span.Part(random, 28, 32, Math.Min(count * 2, span.Seconds / 6)), random),
            FlowScenario.RdpBruteForce => new BruteForceScenario(
                name, BruteForceScenario.RdpPort, around.Desktop, address, count,
                span.Part(random, 36, 40, Math.Min(count * 2, span.Seconds / 6)), random),
            FlowScenario.Beaconing => new BeaconingScenario(count, span.Part(random, 45, 50, span.Seconds), around.Desktop, address, random),
            FlowScenario.Exfiltration => new ExfiltrationScenario(
                count, span.Part(random, 58, 62, Math.Min((count + 1) / 2 * FlowLogGenerator.WindowSeconds, span.Seconds / 5)), network.Bastion, address, random),
            _ => new StatusScenario(count, span, network, random),
        };
    }
}
