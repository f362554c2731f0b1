namespace FlowLogs.Samples.Scenarios;

/// <summary>A host that reports to its master in regular, small connections.</summary>
internal sealed class BeaconingScenario(long count, SampleSpan span, SampleInterface source, string master, SampleRandom random)
    : SampleScenario(FlowScenario.Beaconing, count, span, random)
{
    // Of half a period, since a call has two records.
    protected override double Jitter => 0.2;

    protected override void Make(long start)
    {
        var packets = Random.Between(6, 8);
        var call = new SampleFlow(
            source.Address, master, Random.Between(49152, 65535), 443, SampleFlow.Tcp, packets, 512 + (packets * 40) + Random.Below(32));
        Add(source, new SampleExchange(call, call.Back(packets - 1, 420 + (packets * 40) + Random.Below(32))), start, Random.Between(1, 2));
    }
}
