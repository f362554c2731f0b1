namespace FlowLogs.Samples.Traffic;

/// <summary>What the servers themselves ask for: names, and a service outside.</summary>
internal sealed class OutgoingTraffic(SampleNetwork network, int seed) : ISampleTraffic
{
    private readonly SampleRandom _random = new(seed, "outgoing");

    public void Add(SampleWindow window)
    {
        foreach (var server in network.WebServers)
        {
            for (var i = _random.Between(1, 2); i > 0; i--)
                window.AddExchange(server, _random, Lookup(_random, server));
            if (_random.Percent(60))
                window.AddExchange(server, _random, Call(_random, server, SampleNetwork.PaymentService));
        }
    }

    /// <summary>A question for a name.</summary>
    public static SampleExchange Lookup(SampleRandom random, SampleInterface server)
    {
        var query = new SampleFlow(
            server.Address,
            SampleNetwork.NameServer,
            random.Between(32768, 60999),
            53,
            SampleFlow.Udp,
            1,
            random.Between(58, 84));
        return new SampleExchange(query, query.Back(1, random.Between(90, 412)));
    }

    /// <summary>A call of a service by HTTPS.</summary>
    public static SampleExchange Call(SampleRandom random, SampleInterface caller, string service)
    {
        var packets = random.MostlyLow(9, 60);
        var call = new SampleFlow(
            caller.Address,
            service,
            random.Between(32768, 60999),
            443,
            SampleFlow.Tcp,
            packets,
            packets * random.Between(90, 400));
        return new SampleExchange(call, call.Back(packets, packets * random.Between(120, 700)));
    }
}
