namespace FlowLogs.Samples.Scenarios;

/// <summary>One connection over hours that sends much and gets nothing but acknowledgements; logged interval by interval.</summary>
internal sealed class ExfiltrationScenario(long count, SampleSpan span, SampleInterface source, string drop, SampleRandom random)
    : SampleScenario(FlowScenario.Exfiltration, count, span, random)
{
    private readonly int _sourcePort = random.Between(32768, 60999);
    private bool _isOpen;

    protected override double Jitter => 0;

    protected override void Make(long start)
    {
        var packets = Random.Between(150_000, 450_000);
        var send = new SampleFlow(
            source.Address, drop, _sourcePort, 443, SampleFlow.Tcp, packets, (long)packets * Random.Between(1300, 1420))
        {
            TcpFlags = (_isOpen ? default : FlowTcpFlags.SYN) | (Left <= 2 ? FlowTcpFlags.FIN : default),
        };
        _isOpen = true;
        var seconds = Math.Max(0, TimeAfter(2) - start - 1);
        Add(source, new SampleExchange(send, send.Back(packets / 2, packets / 2 * 52)), start, seconds);
    }
}
