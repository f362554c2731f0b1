namespace FlowLogs.Samples.Scenarios;

/// <summary>One address that tries all ports of a web server in a jumbled order, and then those of the other one.</summary>
internal sealed class PortScanScenario(long count, SampleSpan span, SampleNetwork network, string source, SampleRandom random)
    : SampleScenario(FlowScenario.PortScan, count, span, random)
{
    /// <summary>How many ports a host has, without port 0.</summary>
    public const int Ports = 65535;

    // Has no divisor in common with the number of ports, so that each comes once.
    private const int Stride = 22111;

    private readonly int _sourcePort = random.Between(40000, 60000);
    private readonly int _first = random.Below(Ports);
    private long _probes;

    protected override void Make(long start)
    {
        var target = network.WebServers[(int)((_probes / Ports) + 1) % 2];
        var port = 1 + (int)(((_probes * Stride) + _first) % Ports);
        _probes++;
        var probe = new SampleFlow(source, target.Address, _sourcePort, port, SampleFlow.Tcp, 1, 44)
        {
            IsAccepted = port is 80 or 443,
            TcpFlags = FlowTcpFlags.SYN,
        };
        Add(target, probe, start, 0);
        if (probe.IsAccepted)
            Add(target, probe.Back(1, 44), start, 0);
    }
}
