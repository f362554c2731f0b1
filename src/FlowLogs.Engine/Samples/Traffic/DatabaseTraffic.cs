namespace FlowLogs.Samples.Traffic;

/// <summary>The web servers' queries. Both ends are interfaces of the network, so each flow is logged twice.</summary>
internal sealed class DatabaseTraffic(SampleNetwork network, int seed) : ISampleTraffic
{
    private const int Port = 5432;

    private readonly SampleRandom _random = new(seed, "database");

    public void Add(SampleWindow window)
    {
        // In quiet times there is often no query at all.
        if (!_random.Percent(30 + (window.Bustle * 65 / 100)))
            return;

        foreach (var server in network.WebServers)
        {
            for (var i = _random.Between(0, 2); i >= 0; i--)
                AddQuery(window, server);
        }
    }

    /// <summary>A server's queries and the rows.</summary>
    public static SampleExchange Query(SampleRandom random, SampleInterface server, SampleInterface database)
    {
        var packets = random.MostlyLow(10, 400);
        var query = new SampleFlow(
            server.Address,
            database.Address,
            random.Between(32768, 60999),
            Port,
            SampleFlow.Tcp,
            packets,
            packets * random.Between(70, 260));
        return new SampleExchange(query, query.Back(packets, packets * random.Between(200, 1200)));
    }

    private void AddQuery(SampleWindow window, SampleInterface server)
    {
        var exchange = Query(_random, server, network.Database);
        var (start, end) = window.Span(_random);
        foreach (var logged in new[] { server, network.Database })
        {
            window.AddFlow(logged, exchange.Request, start, end);
            window.AddFlow(logged, exchange.Answer, start, end);
        }
    }
}
