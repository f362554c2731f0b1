namespace FlowLogs.Samples;

/// <summary>
/// Hosts and gateways around the four hosts of <see cref="SampleNetwork"/>: what it takes for every field to have a
/// value somewhere, and what attacks need as targets.
/// </summary>
internal sealed class SampleSurroundings(SampleRandom random)
{
    /// <summary>The second address of the second web server; records name it only as the packets' own.</summary>
    public const string SecondAddress = "10.0.1.111";

    /// <summary>AWS's storage, which a gateway endpoint leads to.</summary>
    public const string Storage = "203.0.113.202";

    /// <summary>Where packages come from.</summary>
    public const string PackageMirror = "203.0.113.203";

    /// <summary>A host in a data centre, behind a virtual private gateway.</summary>
    public const string DataCentre = "192.168.10.25";

    private const string BlockedSubnet = "10.0.19.";

    /// <summary>A content network in front of the web servers.</summary>
    public static readonly string[] ContentNetwork = [.. Enumerable.Range(0, 8).Select(i => $"198.51.100.{240 + i}")];

    /// <summary>A Windows host that the internet may reach by RDP; it should not.</summary>
    public SampleInterface Desktop { get; } = SampleNetwork.NewInterface(random, "10.0.0.21");

    public SampleInterface NatGateway { get; } = SampleNetwork.NewInterface(random, "10.0.0.5");

    /// <summary>A NAT gateway of the whole Region, which has no interface that logs would name.</summary>
    public SampleInterface RegionalNatGateway { get; } = new("-", "-");

    /// <summary>Hosts without a way in from the internet.</summary>
    public IReadOnlyList<SampleInterface> Workers { get; } = Range(random, "10.0.16.", 10, 4);

    /// <summary>A task of ECS on Fargate, of a service, and one on an instance, of none.</summary>
    public IReadOnlyList<SampleInterface> Tasks { get; } = Range(random, "10.0.16.", 50, 2);

    /// <summary>An interface endpoint.</summary>
    public SampleInterface Endpoint { get; } = SampleNetwork.NewInterface(random, "10.0.16.240");

    /// <summary>Hosts that nobody talks to.</summary>
    public IReadOnlyList<SampleInterface> Idle { get; } = Range(random, "10.0.16.", 200, 8);

    /// <summary>A host in a Local Zone.</summary>
    public SampleInterface LocalZone { get; } = SampleNetwork.NewInterface(random, "10.0.18.10");

    /// <summary>Many like hosts, some of them behind Block Public Access.</summary>
    public IReadOnlyList<SampleInterface> Fleet { get; } = [.. Range(random, "10.0.17.", 10, 180), .. Range(random, BlockedSubnet, 10, 60)];

    /// <summary>Where a transit gateway's traffic leaves for the internet: in the network team's account.</summary>
    public SampleInterface Edge { get; } = SampleNetwork.NewInterface(random, "10.255.0.10");

    public IEnumerable<SampleInterface> Interfaces =>
        [Desktop, NatGateway, .. Workers, .. Tasks, Endpoint, .. Idle, LocalZone, .. Fleet, Edge];

    /// <summary>Whether a host lies behind Block Public Access.</summary>
    public static bool IsBlocked(SampleInterface host) => host.Address.StartsWith(BlockedSubnet, StringComparison.Ordinal);

    private static SampleInterface[] Range(SampleRandom random, string network, int first, int count) =>
        [.. Enumerable.Range(first, count).Select(host => SampleNetwork.NewInterface(random, network + host))];
}
