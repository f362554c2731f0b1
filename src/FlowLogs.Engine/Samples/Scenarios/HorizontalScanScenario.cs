namespace FlowLogs.Samples.Scenarios;

/// <summary>
/// One address that tries one port of all hosts of the fleet in a jumbled order, and then again. Here and there the port
/// is open to it but nobody listens; where Block Public Access holds, it is that which rejects.
/// </summary>
internal sealed class HorizontalScanScenario : SampleScenario
{
    private static readonly int[] Ports = [23, 445, 5900, 6379];

    private readonly IReadOnlyList<SampleInterface> _fleet;
    private readonly string _source;
    private readonly int _port;
    private readonly int _first;
    private long _probes;

    public HorizontalScanScenario(long count, SampleSpan span, SampleNetwork network, string source, SampleRandom random)
        : base(FlowScenario.HorizontalScan, count, span, random)
    {
        (_fleet, _source) = (network.Surroundings.Fleet, source);
        _port = random.Pick(Ports);
        _first = random.Below(_fleet.Count);
    }

    protected override void Make(long start)
    {
        // A prime that does not divide the number of hosts, so that each comes once a round.
        var index = (int)(((_probes++ * 101) + _first) % _fleet.Count);
        var target = _fleet[index];
        var isBlocked = SampleSurroundings.IsBlocked(target);
        var probe = new SampleFlow(_source, target.Address, Random.Between(1024, 65535), _port, SampleFlow.Tcp, 1, 40)
        {
            IsAccepted = !isBlocked && index % 20 == 0,
            TcpFlags = FlowTcpFlags.SYN,
            RejectReason = isBlocked ? SampleFlow.PublicAccessBlocked : null,
        };
        Add(target, probe, start, 0);
        if (probe.IsAccepted)
            Add(target, probe.Back(1, 40) with { TcpFlags = FlowTcpFlags.RST }, start, 0);
    }
}
