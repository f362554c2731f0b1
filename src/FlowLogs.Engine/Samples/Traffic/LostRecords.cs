namespace FlowLogs.Samples.Traffic;

/// <summary>A few places where the service itself lost records and says so.</summary>
internal sealed class LostRecords : ISampleTraffic
{
    private const int Places = 3;

    private readonly SampleNetwork _network;
    private readonly SampleRandom _random;
    private readonly int[] _placesInLog;

    public LostRecords(SampleNetwork network, int seed)
    {
        (_network, _random) = (network, new SampleRandom(seed, "lost"));
        _placesInLog = [.. Enumerable.Range(0, Places).Select(_ => _random.Between(5, 95))];
    }

    public void Add(SampleWindow window)
    {
        foreach (var place in _placesInLog)
        {
            if (window.Index == window.Count * place / 100)
                window.AddStatus(_random.Pick(_network.WebServers), SampleStatus.SkipData);
        }
    }
}
