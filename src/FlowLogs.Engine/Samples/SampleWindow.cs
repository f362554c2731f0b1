namespace FlowLogs.Samples;

/// <summary>One aggregation interval: gathers the records of each network interface.</summary>
internal sealed class SampleWindow
{
    private readonly Dictionary<SampleInterface, List<SampleRecord>> _records;

    /// <summary>Makes an empty window.</summary>
    /// <param name="interfaces">All interfaces of the network.</param>
    /// <param name="index">The window's number, from 0.</param>
    /// <param name="count">How many windows there are.</param>
    /// <param name="start">Where it begins, in epoch seconds.</param>
    /// <param name="seconds">How long it is.</param>
    public SampleWindow(IReadOnlyList<SampleInterface> interfaces, int index, int count, long start, int seconds)
    {
        (Index, Count, Start, Seconds) = (index, count, start, seconds);
        _records = interfaces.ToDictionary(i => i, _ => new List<SampleRecord>());
    }

    public int Index { get; }

    public int Count { get; }

    public long Start { get; }

    public int Seconds { get; }

    public long End => Start + Seconds;

    /// <summary>How busy people are, 0 to 100: quiet at either end of the log, busiest in the middle.</summary>
    public int Bustle => 100 - (Math.Abs((2 * Index) + 1 - Count) * 100 / Count);

    /// <summary>The records of an interface in the order of their start.</summary>
    public IReadOnlyList<SampleRecord> RecordsOf(SampleInterface logged) =>
        [.. _records[logged].OrderBy(record => record.Start)];

    /// <summary>Whether an interface has seen any traffic.</summary>
    public bool IsQuiet(SampleInterface logged) => _records[logged].Count == 0;

    /// <summary>Logs one direction of a flow.</summary>
    public void AddFlow(SampleInterface logged, in SampleFlow flow, long start, long end) =>
        _records[logged].Add(new SampleRecord(logged, flow, start, end));

    /// <summary>Logs a request and its answer, somewhere in the window.</summary>
    public void AddExchange(SampleInterface logged, SampleRandom random, in SampleExchange exchange)
    {
        var (start, end) = Span(random);
        AddFlow(logged, exchange.Request, start, end);
        AddFlow(logged, exchange.Answer, start, end);
    }

    /// <summary>Logs that the interface saw no traffic, or that records were lost.</summary>
    public void AddStatus(SampleInterface logged, SampleStatus status) =>
        _records[logged].Add(new SampleRecord(logged, default, Start, End - 1, status));

    /// <summary>A stretch of time that a flow may have taken within the window.</summary>
    public (long Start, long End) Span(SampleRandom random)
    {
        var start = Start + random.Below(Seconds - 60);
        return (start, Math.Min(End - 1, start + random.MostlyLow(1, Seconds)));
    }
}
