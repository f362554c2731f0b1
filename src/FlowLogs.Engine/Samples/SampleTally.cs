using FlowLogs.Samples.Scenarios;

namespace FlowLogs.Samples;

/// <summary>Gathers what a scenario's records have in common.</summary>
internal sealed class SampleTally
{
    // Addresses are few and their texts are made once, so that comparing references is enough until the end.
    private readonly HashSet<string> _sources = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _destinations = new(ReferenceEqualityComparer.Instance);
    private readonly bool[] _ports = new bool[PortScanScenario.Ports + 1];
    private long _records;
    private long _first = long.MaxValue;
    private long _last = long.MinValue;

    public void Add(in SampleRecord record)
    {
        _records++;
        _first = Math.Min(_first, record.Start);
        _last = Math.Max(_last, record.End);
        ref readonly var flow = ref record.Flow;
        if (record.Status != SampleStatus.Ok || flow.IsAnswer)
            return;
        _sources.Add(flow.Source);
        _destinations.Add(flow.Destination);
        _ports[flow.DestinationPort] = true;
    }

    public FlowLogSampleSummary Summarize(FlowScenario scenario) => new(scenario.ToString())
    {
        Records = _records,
        FirstTime = _records == 0 ? null : DateTimeOffset.FromUnixTimeSeconds(_first),
        LastTime = _records == 0 ? null : DateTimeOffset.FromUnixTimeSeconds(_last),
        SrcAddr = Sorted(_sources),
        DstAddr = Sorted(_destinations),
        DstPort = [.. Enumerable.Range(0, _ports.Length).Where(port => _ports[port])],
    };

    private static string[] Sorted(IEnumerable<string> addresses) =>
        [.. addresses.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
