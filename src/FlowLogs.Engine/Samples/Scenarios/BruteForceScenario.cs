namespace FlowLogs.Samples.Scenarios;

/// <summary>
/// One address that tries to sign in to one host again and again. The network lets it, the host closes the connection
/// after each try; the last one gets in and stays for a while.
/// </summary>
internal sealed class BruteForceScenario(
    FlowScenario name, int port, SampleInterface target, string source, long count, SampleSpan span, SampleRandom random)
    : SampleScenario(name, count, span, random)
{
    public const int SshPort = 22;
    public const int RdpPort = 3389;

    protected override double Jitter => 0.5;

    protected override void Make(long start)
    {
        var getsIn = Left <= 2;
        var packets = getsIn ? Random.Between(900, 3000) : Random.Between(11, 18);
        var request = new SampleFlow(
            source, target.Address, Random.Between(1024, 65535), port, SampleFlow.Tcp, packets, packets * Random.Between(70, 130));
        var answers = packets + Random.Between(0, packets / 2);
        var answer = request.Back(answers, answers * Random.Between(110, getsIn ? 900 : 210));
        Add(target, new SampleExchange(request, answer), start, getsIn ? Random.Between(40, 59) : Random.Between(1, 4));
    }
}
