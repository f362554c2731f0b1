using System.Diagnostics;
using System.Globalization;
using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Reading;

/// <summary>Counts what a reading does, on all the threads that take part in it, for the summary at its end.</summary>
public sealed class ReadTally
{
    private const int MaxReasons = 100;

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly RecordCount _count = new();
    private readonly List<SourceTally> _sources = [];
    private readonly List<string> _reasons = [];
    private readonly List<string> _notes = [];
    private long _moreReasons;
    private long _requests;
    private long _retries;
    private long _throttles;
    private long _restarts;
    private long _pages;
    private long _emptyPages;
    private long _fetched;
    private long _duplicates;
    private double _share = -1;

    // Milliseconds.
    private long _lag = long.MinValue;

    /// <summary>The part of the present time range that is done, 0 to 1; null where that is not known.</summary>
    public double? Share
    {
        get => Volatile.Read(ref _share) is >= 0 and var share ? share : null;
        internal set => Volatile.Write(ref _share, value ?? -1);
    }

    /// <summary>
    /// Whether the first and last time and the lag are wanted. A record that was read by another thread is not looked at
    /// otherwise, which takes longer than to put it out.
    /// </summary>
    public bool CountsTimes { get; set; } = true;

    /// <summary>Records that were put out.</summary>
    public long Records => _count.Records;

    /// <summary>Events that have come from the service, or lines that have been read, so far.</summary>
    public long Fetched => Math.Max(Interlocked.Read(ref _fetched), Sum(static source => source.Events));

    /// <summary>How long the reading has taken.</summary>
    public TimeSpan Duration => _watch.Elapsed;

    /// <summary>Counts a record that is put out. To be called by one thread.</summary>
    public void Add(FlowLogRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        _count.Records++;
        if (!CountsTimes)
            return;
        if (record.Milliseconds(FlowFieldId.Start) is { } start)
            _count.AddTime(start);
        if (record.Origin.IngestionTime is { } ingested && record.Milliseconds(FlowFieldId.End) is { } end)
            _lag = Math.Max(_lag, ingested - end);
    }

    /// <summary>Counts records that were counted elsewhere.</summary>
    internal void Add(RecordCount count) => _count.Add(count);

    /// <summary>What is known of the sources so far, for <see cref="Forget"/>.</summary>
    internal (int Sources, int Reasons, long MoreReasons) Mark()
    {
        lock (_sources)
            return (_sources.Count, _reasons.Count, _moreReasons);
    }

    /// <summary>Forgets the sources that were read since, because they are read anew.</summary>
    internal void Forget((int Sources, int Reasons, long MoreReasons) mark)
    {
        lock (_sources)
            _sources.RemoveRange(mark.Sources, _sources.Count - mark.Sources);
        _reasons.RemoveRange(mark.Reasons, _reasons.Count - mark.Reasons);
        _moreReasons = mark.MoreReasons;
    }

    /// <summary>Takes down that something could not be read. Lines that are no records are counted without this.</summary>
    public void Fail(FlowLogException problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (problem.Kind != FlowErrorKind.Warning && problem is not FlowLineException && problem.ErrorId is not ("MoreBadLines" or "MoreFieldCount"))
            Fail(problem.Message);
    }

    /// <summary>Takes down why the reading is not complete.</summary>
    public void Fail(string reason)
    {
        if (_reasons.Count < MaxReasons)
            _reasons.Add(reason);
        else
            _moreReasons++;
    }

    /// <summary>Takes down why the reading ended where it was wanted to.</summary>
    public void Stop(string reason) => _notes.Add(reason);

    /// <summary>What has been counted so far.</summary>
    public FlowReadSummary ToSummary()
    {
        var (skipped, skipData) = (Sum(static source => source.LinesSkipped), Sum(static source => source.SkipData));
        var reasons = new List<string>(_reasons);
        if (_moreReasons > 0)
            reasons.Add(Text($"{_moreReasons:N0} more errors."));
        if (skipped > 0)
            reasons.Add(Text($"{skipped:N0} lines are no flow log records."));
        if (skipData > 0)
            reasons.Add(Text($"{skipData:N0} records have the status SKIPDATA: AWS itself lost records in their intervals."));
        return new FlowReadSummary
        {
            Events = Sum(static source => source.Events),
            Records = Records,
            Requests = _requests,
            Pages = _pages,
            EmptyPages = _emptyPages,
            Retries = _retries,
            Throttles = _throttles,
            Restarts = _restarts,
            DuplicatesDropped = _duplicates,
            LinesSkipped = skipped,
            SkipData = skipData,
            NoData = Sum(static source => source.NoData),
            FirstTime = _count.HasTimes ? DateTimeOffset.FromUnixTimeMilliseconds(_count.First) : null,
            LastTime = _count.HasTimes ? DateTimeOffset.FromUnixTimeMilliseconds(_count.Last) : null,
            IngestLag = _lag == long.MinValue ? null : TimeSpan.FromMilliseconds(_lag),
            Complete = reasons.Count == 0,
            Reasons = [.. reasons, .. _notes],
            Duration = _watch.Elapsed,
        };
    }

    internal SourceTally OpenSource()
    {
        var source = new SourceTally();
        lock (_sources)
            _sources.Add(source);
        return source;
    }

    internal void CountRequest() => Interlocked.Increment(ref _requests);

    internal void CountRetry() => Interlocked.Increment(ref _retries);

    internal void CountThrottle() => Interlocked.Increment(ref _throttles);

    internal void CountRestart() => Interlocked.Increment(ref _restarts);

    internal void CountDuplicates(int count) => Interlocked.Add(ref _duplicates, count);

    internal void CountPage(int events)
    {
        Interlocked.Increment(ref _pages);
        if (events == 0)
            Interlocked.Increment(ref _emptyPages);
        Interlocked.Add(ref _fetched, events);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private long Sum(Func<SourceTally, long> count)
    {
        lock (_sources)
            return _sources.Sum(count);
    }
}
