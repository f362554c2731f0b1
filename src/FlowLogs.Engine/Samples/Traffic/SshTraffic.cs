namespace FlowLogs.Samples.Traffic;

/// <summary>Attempts at port 22 that are rejected, and the administrator's sessions on the bastion.</summary>
internal sealed class SshTraffic(SampleNetwork network, int seed) : ISampleTraffic
{
    private const int Port = 22;
    private const int Sessions = 6;

    private readonly SampleRandom _random = new(seed, "ssh");
    private int _windowsLeft;
    private int _clientPort;
    private bool _isNew;

    public void Add(SampleWindow window)
    {
        foreach (var target in network.WebServers.Append(network.Bastion))
        {
            for (var i = _random.Between(-2, 3); i > 0; i--)
                AddAttempt(window, target);
        }

        // Sessions are spread over the log, the last one near its end; each goes through a few windows.
        var distance = Math.Max(1, window.Count / Sessions);
        if (window.Index % distance == Math.Max(0, distance - 4))
            (_windowsLeft, _clientPort, _isNew) = (_random.Between(2, 5), _random.Between(49152, 65535), true);
        if (_windowsLeft-- > 0)
            AddSession(window);
    }

    private void AddAttempt(SampleWindow window, SampleInterface target)
    {
        var packets = _random.Between(1, 3);
        var attempt = new SampleFlow(
            _random.Pick(network.Attackers),
            target.Address,
            _random.Between(1024, 65535),
            Port,
            SampleFlow.Tcp,
            packets,
            packets * (_random.Percent(70) ? 40 : 60)) { IsAccepted = false, TcpFlags = FlowTcpFlags.SYN };
        var start = window.Start + _random.Below(window.Seconds - 60);
        window.AddFlow(target, attempt, start, start + _random.Between(0, 50));
    }

    private void AddSession(SampleWindow window)
    {
        var packets = _random.Between(60, 900);
        var typed = new SampleFlow(
            SampleNetwork.Administrator,
            network.Bastion.Address,
            _clientPort,
            Port,
            SampleFlow.Tcp,
            packets,
            packets * _random.Between(60, 90))
        {
            TcpFlags = (_isNew ? FlowTcpFlags.SYN : default) | (_windowsLeft == 0 ? FlowTcpFlags.FIN : default),
        };
        _isNew = false;
        var shown = typed.Back(packets, packets * _random.Between(110, 260));
        window.AddExchange(network.Bastion, _random, new SampleExchange(typed, shown));
    }
}
