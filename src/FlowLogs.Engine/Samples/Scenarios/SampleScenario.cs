namespace FlowLogs.Samples.Scenarios;

/// <summary>
/// The records of one scenario, as many as were asked for, in the order of their start. Nothing is kept but the records
/// of the exchange under way.
/// </summary>
internal abstract class SampleScenario
{
    // A connection through a NAT gateway is logged by two interfaces, and by one of them twice.
    private const int MaxRecords = 6;

    private readonly SampleRecord[] _pending = new SampleRecord[MaxRecords];
    private readonly long _count;
    private int _next;
    private int _end;
    private long _made;

    /// <param name="name">What its records belong to.</param>
    /// <param name="count">How many records it has.</param>
    /// <param name="span">When it goes on.</param>
    /// <param name="random">Its numbers.</param>
    protected SampleScenario(FlowScenario name, long count, SampleSpan span, SampleRandom random)
    {
        (Name, _count, Span, Random) = (name, count, span, random);
        NextStart = count > 0 ? span.From : long.MaxValue;
    }

    public FlowScenario Name { get; }

    /// <summary>When the next record begins, in epoch seconds; <see cref="long.MaxValue"/> after the last.</summary>
    public long NextStart { get; private set; }

    /// <summary>How many records there is room for.</summary>
    protected long Left => _count - _made;

    /// <summary>When it goes on.</summary>
    protected SampleSpan Span { get; }

    protected SampleRandom Random { get; }

    /// <summary>How irregular the exchanges are: 0 evenly spread, 1 anywhere in their part of the time.</summary>
    protected virtual double Jitter => 1;

    /// <summary>The next record. Call it only where there is one.</summary>
    public ref readonly SampleRecord Take()
    {
        if (_next == _end)
        {
            (_next, _end) = (0, 0);
            Make(NextStart);
        }

        ref readonly var record = ref _pending[_next++];
        if (_next == _end)
            NextStart = _made < _count ? TimeOf(_made + (Jitter * Random.Below(1024) / 1024)) : long.MaxValue;
        return ref record;
    }

    /// <summary>Makes an exchange: adds at least one record. Those beyond <see cref="Left"/> are left out.</summary>
    /// <param name="start">Where its records begin.</param>
    protected abstract void Make(long start);

    /// <summary>How far into the span, 0 to 1, a record of that place among all, 0 to 1, lies. Must not decrease.</summary>
    protected virtual double Warp(double place) => place;

    /// <summary>Where the exchange begins that comes so many records after the one under way.</summary>
    protected long TimeAfter(int records) => _made + records < _count ? TimeOf(_made + records) : Span.To;

    protected void Add(SampleInterface logged, in SampleFlow flow, long start, long seconds) =>
        Add(new SampleRecord(logged, flow, start, Math.Min(start + seconds, Span.LogEnd)));

    protected void Add(SampleInterface logged, in SampleExchange exchange, long start, long seconds)
    {
        Add(logged, exchange.Request, start, seconds);
        Add(logged, exchange.Answer, start, seconds);
    }

    protected void AddStatus(SampleInterface logged, SampleStatus status, long start, long seconds) =>
        Add(new SampleRecord(logged, default, start, Math.Min(start + seconds, Span.LogEnd), status));

    private void Add(in SampleRecord record)
    {
        if (_made == _count)
            return;
        _pending[_end++] = record;
        _made++;
    }

    private long TimeOf(double record) => Span.From + (long)((Span.To - Span.From) * Warp(record / _count));
}
