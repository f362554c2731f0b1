namespace FlowLogs.Samples.Traffic;

/// <summary>One address that tries many ports of a web server within a few minutes.</summary>
internal sealed class PortScan : ISampleTraffic
{
    private const int Ports = 160;

    private readonly SampleNetwork _network;
    private readonly SampleRandom _random;
    private readonly int _placeInLog;

    public PortScan(SampleNetwork network, int seed)
    {
        (_network, _random) = (network, new SampleRandom(seed, "scan"));
        _placeInLog = _random.Between(30, 80);
    }

    public void Add(SampleWindow window)
    {
        if (window.Index != window.Count * _placeInLog / 100)
            return;

        var target = _network.WebServers[1];
        var from = _random.Between(40000, 60000);
        var start = window.Start + _random.Between(20, 60);
        var port = 1;
        for (var i = 0; i < Ports; i++)
        {
            port += _random.Between(1, 12);
            var probe = new SampleFlow(_network.Attackers[0], target.Address, from, port, SampleFlow.Tcp, 1, 44)
            {
                IsAccepted = port is 80 or 443,
                TcpFlags = FlowTcpFlags.SYN,
            };
            var time = start + (i * 2);
            window.AddFlow(target, probe, time, time);
            if (probe.IsAccepted)
                window.AddFlow(target, probe.Back(1, 44), time, time);
        }
    }
}
