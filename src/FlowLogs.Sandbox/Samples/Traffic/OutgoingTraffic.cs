namespace FlowLogs.Sandbox.Samples.Traffic;

/// <summary>What the servers themselves ask for: names, and a service outside.</summary>
internal sealed class OutgoingTraffic(SampleNetwork network, int seed) : ISampleTraffic
{
    private readonly SampleRandom _random = new(seed, "outgoing");

    public void Add(SampleWindow window)
    {
        foreach (var server in network.WebServers)
        {
            for (var i = _random.Between(1, 2); i > 0; i--)
                AddLookup(window, server);
            if (_random.Percent(60))
                AddCall(window, server);
        }
    }

    private void AddLookup(SampleWindow window, SampleInterface server)
    {
        var query = new SampleFlow(
            server.Address,
            SampleNetwork.NameServer,
            _random.Between(32768, 60999),
            53,
            SampleFlow.Udp,
            1,
            _random.Between(58, 84));
        window.AddExchange(server, _random, query, query.Back(1, _random.Between(90, 412)));
    }

    private void AddCall(SampleWindow window, SampleInterface server)
    {
        var packets = _random.MostlyLow(9, 60);
        var call = new SampleFlow(
            server.Address,
            SampleNetwork.PaymentService,
            _random.Between(32768, 60999),
            443,
            SampleFlow.Tcp,
            packets,
            packets * _random.Between(90, 400));
        window.AddExchange(server, _random, call, call.Back(packets, packets * _random.Between(120, 700)));
    }
}
