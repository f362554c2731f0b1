namespace FlowLogs.Sandbox.Samples.Traffic;

/// <summary>Pings from outside. ICMP has no ports: both are 0.</summary>
internal sealed class PingTraffic(SampleNetwork network, int seed) : ISampleTraffic
{
    private const int BytesPerPing = 84;

    private readonly SampleRandom _random = new(seed, "ping");

    public void Add(SampleWindow window)
    {
        foreach (var server in network.WebServers)
        {
            if (!_random.Percent(40))
                continue;
            var packets = _random.Between(1, 5);
            var bytes = packets * BytesPerPing;
            var ping = new SampleFlow(SampleNetwork.Monitor, server.Address, 0, 0, SampleFlow.Icmp, packets, bytes);
            window.AddExchange(server, _random, ping, ping.Back(packets, bytes));
        }
    }
}
