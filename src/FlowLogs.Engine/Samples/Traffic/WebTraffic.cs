namespace FlowLogs.Samples.Traffic;

/// <summary>Clients on the internet that the web servers answer, a few of them by IPv6.</summary>
internal sealed class WebTraffic(SampleNetwork network, int seed) : ISampleTraffic
{
    private readonly SampleRandom _random = new(seed, "web");

    public void Add(SampleWindow window)
    {
        foreach (var server in network.WebServers)
        {
            var clients = _random.Between(4, 7) + (window.Bustle * 8 / 100);
            for (var i = 0; i < clients; i++)
                window.AddExchange(server, _random, Visit(_random, _random.Pick(network.Clients), server.Address));
            if (server.AddressV6 is { } addressV6 && _random.Percent(35))
                window.AddExchange(server, _random, Visit(_random, _random.Pick(network.ClientsV6), addressV6));
        }
    }

    /// <summary>A client's visit to a web server.</summary>
    public static SampleExchange Visit(SampleRandom random, string client, string address)
    {
        var port = random.Percent(80) ? 443 : 80;
        var packets = random.MostlyLow(6, 80);
        var request = new SampleFlow(
            client,
            address,
            random.Between(1024, 65535),
            port,
            SampleFlow.Tcp,
            packets,
            packets * random.Between(52, 180));
        var answers = packets + random.MostlyLow(0, packets);
        return new SampleExchange(request, request.Back(answers, answers * random.Between(240, 1400)));
    }
}
