namespace FlowLogs.Samples.Scenarios;

/// <summary>Interfaces that saw nothing, one after the other, and now and then records of a web server that were lost.</summary>
internal sealed class StatusScenario(long count, SampleSpan span, SampleNetwork network, SampleRandom random)
    : SampleScenario(FlowScenario.Status, count, span, random)
{
    private long _made;

    protected override void Make(long start)
    {
        var idle = network.Surroundings.Idle;
        if (++_made % 10 == 0)
            AddStatus(Random.Pick(network.WebServers), SampleStatus.SkipData, start, FlowLogGenerator.WindowSeconds - 1);
        else
            AddStatus(idle[(int)(_made % idle.Count)], SampleStatus.NoData, start, FlowLogGenerator.WindowSeconds - 1);
    }
}
