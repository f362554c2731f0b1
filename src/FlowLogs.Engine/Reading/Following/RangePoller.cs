using System.Threading.Channels;
using FlowLogs.Cloud.Events;

namespace FlowLogs.Reading.Following;

/// <summary>
/// Reads the log again and again, each time from the low water mark to the current time, and gives the events it has not
/// met. The mark stays behind the newest event by the window of late arrivals, so that what arrives late, or has a
/// millisecond that was read before, is found. Where the service filters, the newest event may be hours old and says
/// nothing; the mark then follows the clock.
/// </summary>
internal sealed class RangePoller
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    // While a live tail is at work, reading only confirms what it brought.
    private static readonly TimeSpan LivePause = TimeSpan.FromSeconds(30);

    // Reading a large window takes many calls of a quota that others share: at most a quarter of the time goes into it.
    private const int RestPerWork = 3;

    private readonly IEventRangeReader _reader;
    private readonly FollowOptions _options;
    private readonly TimeProvider _time;
    private readonly Outage _outage;
    private readonly long _window;
    private readonly SeenEvents _seen = new();
    private long? _mark;
    private long _forgotten;
    private bool _hasRead;
    private volatile bool _isLive;

    public RangePoller(IEventRangeReader reader, FollowOptions options, TimeProvider time)
    {
        (_reader, _options, _time) = (reader, options, time);
        _outage = new Outage($"Reading {options.LogGroupName}", time);
        _window = (long)options.Window.TotalMilliseconds;
        _mark = options.OnlyNew ? Now - _window : options.StartTime;
        if (options.Checkpoint is not { IsNew: false } checkpoint)
            return;
        _mark = checkpoint.LowWaterMark;
        foreach (var e in checkpoint.Emitted)
        {
            if (!e.IsLive)
                _seen.Add(e.Key, e.Timestamp);
        }
    }

    /// <summary>Whether a live tail brings the events, so that there is no hurry here.</summary>
    public bool IsLive
    {
        get => _isLive;
        set => _isLive = value;
    }

    /// <summary>How many events are remembered.</summary>
    public int Remembered => _seen.Count;

    private long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Reads until the end, if there is one.</summary>
    public async Task RunAsync(ChannelWriter<Finding> output, CancellationToken token)
    {
        var pause = ShortestPause;
        while (true)
        {
            var started = _time.GetTimestamp();
            try
            {
                var isLast = !_options.Follow || _options.EndTime + _window < Now;
                var found = await ReadRangeAsync(output, token);
                if (_outage.Succeed() is { } notice)
                    await output.WriteAsync(Finding.OfNotice(notice), token);
                if (isLast)
                    return;
                pause = found ? ShortestPause : Min(pause * 1.5, LongestPause);
            }
            catch (FlowLogException e) when (_options.Follow && Outage.MayPass(e, _hasRead))
            {
                if (_outage.Fail(e) is { } notice)
                    await output.WriteAsync(Finding.OfNotice(notice), token);
                await _outage.PauseAsync(token);
                continue;
            }

            var rest = _time.GetElapsedTime(started) * RestPerWork;
            await Task.Delay(Max(IsLive ? LivePause : pause, rest), _time, token);
        }
    }

    private async Task<bool> ReadRangeAsync(ChannelWriter<Finding> output, CancellationToken token)
    {
        var end = Math.Min(Now, _options.EndTime ?? long.MaxValue);
        var found = false;
        var queries = await _options.FindQueries(token);
        if (queries.Count > 0 && !(_mark > end))
        {
            await foreach (var page in MergedRanges.ReadAsync(_reader, [.. queries.Select(q => q with { StartTime = _mark, EndTime = end })], token))
            {
                if (page.Count == 0)
                    continue;
                var isWanted = _hasRead || !_options.OnlyNew;
                var fresh = page.Where(e => _seen.Add(EventKeys.OfId(e), e.Timestamp) && isWanted).ToList();
                Advance(page.Max(static e => e.Timestamp) - _window);
                found |= fresh.Count > 0;
                if (fresh.Count > 0)
                    await output.WriteAsync(new Finding(fresh, FindingKind.Log, _mark), token);
            }

            if (queries.Any(static q => !string.IsNullOrEmpty(q.FilterPattern)))
                Advance(end - _window);
        }

        _hasRead = true;
        await output.WriteAsync(new Finding([], FindingKind.EndOfRange, _mark), token);
        return found;
    }

    private void Advance(long mark)
    {
        if (mark <= _mark)
            return;
        _mark = mark;
        // Now and then, since all that is remembered is looked through.
        if (mark - _forgotten < _window / 8)
            return;
        _forgotten = mark;
        _seen.Forget(mark);
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
