using FlowLogs.Samples.Traffic;

namespace FlowLogs.Samples;

/// <summary>
/// Makes up flow logs in the default format that look real. The same seed and end give the same lines; another end
/// only shifts the times.
/// </summary>
/// <param name="seed">The seed.</param>
/// <param name="end">Where the log ends.</param>
/// <param name="windows">How many aggregation intervals it has.</param>
internal sealed class FlowLogGenerator(int seed, DateTimeOffset end, int windows = FlowLogGenerator.OneDay)
{
    /// <summary>The service's usual aggregation interval, in seconds.</summary>
    public const int WindowSeconds = 600;

    /// <summary>The number of windows that make a day.</summary>
    public const int OneDay = 24 * 60 * 60 / WindowSeconds;

    /// <summary>The longest time that passes between the end of a window and its delivery, in seconds.</summary>
    public const int MaxDelay = 240;

    /// <summary>The log, in the order of delivery within each interface.</summary>
    public IEnumerable<SampleDelivery> Deliveries()
    {
        var network = new SampleNetwork(seed);
        var delays = new SampleRandom(seed, "delays");
        ISampleTraffic[] traffic =
        [
            new WebTraffic(network, seed),
            new OutgoingTraffic(network, seed),
            new DatabaseTraffic(network, seed),
            new SshTraffic(network, seed),
            new PingTraffic(network, seed),
            new PortScan(network, seed),
            new LostRecords(network, seed),
        ];

        var start = end.ToUnixTimeSeconds() - ((long)windows * WindowSeconds);
        for (var i = 0; i < windows; i++)
        {
            var windowStart = start + ((long)i * WindowSeconds);
            var window = new SampleWindow(network.Interfaces, i, windows, windowStart, WindowSeconds);
            foreach (var kind in traffic)
                kind.Add(window);
            foreach (var logged in network.Interfaces)
            {
                if (window.IsQuiet(logged))
                    window.AddStatus(logged, SampleStatus.NoData);
                var time = ((window.End + delays.Between(60, MaxDelay - 1)) * 1000) + delays.Below(1000);
                yield return new SampleDelivery(logged, time, window.RecordsOf(logged));
            }
        }
    }
}
