using System.Diagnostics;

namespace FlowLogs.Cloud.Events;

/// <summary>
/// Calls FilterLogEvents for one reading, at a rate that the service takes, and tries again what may succeed later: for as
/// long as any call of the reading gets on, and then for a while.
/// </summary>
internal sealed class PageCaller(ICloudLogs logs, EventRangeSettings settings)
{
    private readonly RequestRate? _rate = RequestRate.Find(logs.Place, settings.MaxRequestsPerSecond);
    private long _successes;

    // How many had succeeded when a call was given up. While it is the same number, others need not be patient as well.
    private long _givenUpAt = -1;

    /// <summary>How many calls have succeeded.</summary>
    public long Successes => Interlocked.Read(ref _successes);

    public async Task<CloudPage<CloudLogEvent>> CallAsync(LogEventQuery query, string? token, CancellationToken cancellationToken)
    {
        var seen = Successes;
        var since = Stopwatch.GetTimestamp();
        var failures = 0;
        while (true)
        {
            if (_rate is not null)
                await _rate.WaitAsync(cancellationToken);
            try
            {
                settings.Tally.CountRequest();
                var page = await logs.FilterLogEventsAsync(query, token, cancellationToken);
                Interlocked.Increment(ref _successes);
                settings.Tally.CountPage(page.Items.Count);
                return page;
            }
            catch (FlowLogException e) when (IsPassing(e))
            {
                if (e.Kind == FlowErrorKind.Throttled)
                {
                    _rate?.Throttled();
                    settings.Tally.CountThrottle();
                }

                // Where others get on, this call only had bad luck.
                if (Successes != seen)
                {
                    seen = Successes;
                    since = Stopwatch.GetTimestamp();
                    failures = 0;
                }

                failures++;
                if (failures >= MaxTries(e, seen) || Stopwatch.GetElapsedTime(since) > settings.Retry.MaxTime)
                {
                    Interlocked.Exchange(ref _givenUpAt, seen);
                    throw;
                }
            }

            settings.Tally.CountRetry();
            await Task.Delay(settings.Retry.Delay(failures), cancellationToken);
        }
    }

    /// <summary>Whether the same call may succeed later.</summary>
    public static bool IsPassing(FlowLogException error) =>
        error.Kind is FlowErrorKind.Throttled or FlowErrorKind.Unavailable or FlowErrorKind.Connection;

    private int MaxTries(FlowLogException error, long successes) =>
        Interlocked.Read(ref _givenUpAt) == successes ? 1
        : successes == 0 && error.Kind == FlowErrorKind.Connection ? settings.Retry.MaxFirstTries
        : settings.Retry.MaxTries;
}
