namespace FlowLogs.Samples;

/// <summary>
/// A small VPC and those who talk to it. Addresses outside are from the ranges that are set aside for documentation,
/// so that no log accuses a real one.
/// </summary>
internal sealed class SampleNetwork
{
    public const string AccountId = "123456789012";

    /// <summary>Where the administrator sits.</summary>
    public const string Administrator = "198.51.100.7";

    /// <summary>A name server outside; Amazon's own would not appear in a flow log.</summary>
    public const string NameServer = "203.0.113.5";

    /// <summary>A service outside that pings the web servers.</summary>
    public const string Monitor = "203.0.113.6";

    /// <summary>A service outside that the web servers call.</summary>
    public const string PaymentService = "203.0.113.8";

    public SampleNetwork(int seed)
    {
        var random = new SampleRandom(seed, "network");
        WebServers =
        [
            NewInterface(random, "10.0.1.10", "2001:db8:10:1::10"),
            NewInterface(random, "10.0.1.11"),
        ];
        Bastion = NewInterface(random, "10.0.0.20");
        Database = NewInterface(random, "10.0.3.30");
        Interfaces = [.. WebServers, Bastion, Database];

        Clients = Addresses(random, 120, "198.51.100.", "203.0.113.");
        Attackers = Addresses(random, 9, "192.0.2.");
        ClientsV6 = [.. Enumerable.Range(0, 12).Select(_ => NewAddressV6(random))];

        // What follows draws from numbers of its own, so that the logs of the above stay what they were.
        Surroundings = new SampleSurroundings(new SampleRandom(seed, "surroundings"));
        Directory = new SampleDirectory(new SampleRandom(seed, "directory"), this);
    }

    public IReadOnlyList<SampleInterface> Interfaces { get; }

    /// <summary>Two servers that the internet may reach on ports 80 and 443.</summary>
    public IReadOnlyList<SampleInterface> WebServers { get; }

    /// <summary>The only host that one address outside may reach by SSH.</summary>
    public SampleInterface Bastion { get; }

    /// <summary>A database that only the web servers talk to, and not all the time.</summary>
    public SampleInterface Database { get; }

    public IReadOnlyList<string> Clients { get; }

    public IReadOnlyList<string> ClientsV6 { get; }

    /// <summary>Addresses that knock at port 22 all day. The first one also scans ports.</summary>
    public IReadOnlyList<string> Attackers { get; }

    /// <summary>What else there is around the four hosts.</summary>
    public SampleSurroundings Surroundings { get; }

    /// <summary>What is known of the addresses.</summary>
    public SampleDirectory Directory { get; }

    internal static SampleInterface NewInterface(SampleRandom random, string address, string? addressV6 = null) =>
        new("eni-0" + random.Hex(16), address, addressV6);

    // In the compressed form, so without leading zeros.
    private static string NewAddressV6(SampleRandom random) =>
        $"2001:db8:{random.Hex(4).TrimStart('0').PadLeft(1, '1')}::{random.Between(1, 9)}";

    private static string[] Addresses(SampleRandom random, int count, params string[] networks) =>
        [.. Enumerable.Range(0, count).Select(_ => random.Pick(networks) + random.Between(10, 199))];
}
