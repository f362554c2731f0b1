namespace FlowLogs.Samples.Traffic;

/// <summary>Pings from outside. ICMP has no ports: both are 0.</summary>
internal sealed class PingTraffic(SampleNetwork network, int seed) : ISampleTraffic
{
    private const int BytesPerPing = 84;

    private readonly SampleRandom _random = new(seed, "ping");

    public void Add(SampleWindow window)
    {
        foreach (var server in network.WebServers)
        {
            if (_random.Percent(40))
                window.AddExchange(server, _random, Ping(_random, server));
        }
    }

    /// <summary>A few pings.</summary>
    public static SampleExchange Ping(SampleRandom random, SampleInterface server)
    {
        var packets = random.Between(1, 5);
        var bytes = packets * BytesPerPing;
        var ping = new SampleFlow(SampleNetwork.Monitor, server.Address, 0, 0, SampleFlow.Icmp, packets, bytes);
        return new SampleExchange(ping, ping.Back(packets, bytes));
    }
}
