using System.Collections.Concurrent;

namespace FlowLogs.Cloud.Events;

/// <summary>
/// Lets calls go at a rate that the service takes: it falls by a third when the service says that it is too much, and
/// rises little by little while calls have to wait for it and the service says nothing. All readers in the process that
/// draw on one quota share one.
/// </summary>
/// <param name="start">Calls a second at the beginning.</param>
/// <param name="highest">Calls a second at most.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class RequestRate(double start, double highest, TimeProvider clock)
{
    private const double LowestRate = 0.2;
    private const double Decrease = 0.66;
    private const double IncreaseOfStart = 0.05;
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    // A quota that turns out to be higher than documented is used, but not without bound.
    private const double HighestOfStart = 4;

    // So much time's calls may go at once after a pause.
    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(0.5);

    private static readonly ConcurrentDictionary<(CloudPlace? Place, double? Highest), RequestRate> Shared = new();

    private readonly object _lock = new();
    private readonly double _start = start;
    private DateTimeOffset _free = clock.GetUtcNow();
    private DateTimeOffset _changed = clock.GetUtcNow();

    /// <summary>Calls a second at the moment.</summary>
    public double Rate { get; private set; } = start;

    /// <summary>The rate for FilterLogEvents at a place; null where nothing limits it.</summary>
    /// <param name="place">Where calls go.</param>
    /// <param name="highest">The calls a second that the user allows.</param>
    public static RequestRate? Find(CloudPlace? place, double? highest)
    {
        // What listens on this machine has no quota.
        if (highest is null && place?.Endpoint.IsLoopback != false)
            return null;
        return Shared.GetOrAdd((place, highest), static key =>
        {
            var begin = key.Highest ?? RequestQuotas.Of(key.Place!.Region);
            return new RequestRate(begin, key.Highest ?? begin * HighestOfStart, TimeProvider.System);
        });
    }

    /// <summary>Waits until a call may go.</summary>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        var wait = Reserve();
        return wait > TimeSpan.Zero ? Task.Delay(wait, clock, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>Takes the place of the next call, and says how long to wait for it.</summary>
    public TimeSpan Reserve()
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (_free < now - Burst)
                _free = now - Burst;
            var wait = _free - now;
            _free += TimeSpan.FromSeconds(1 / Rate);
            if (wait > TimeSpan.Zero && now - _changed >= Step)
                Change(Math.Min(highest, Rate + (_start * IncreaseOfStart)), now);
            return wait;
        }
    }

    /// <summary>To be called when the service says that calls come too fast.</summary>
    public void Throttled()
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            // The calls that were under way together are told so together: that is one reason, not many.
            if (now - _changed < Step && Rate < _start)
                return;
            Change(Math.Max(LowestRate, Rate * Decrease), now);
            if (_free < now)
                _free = now;
        }
    }

    private void Change(double rate, DateTimeOffset now)
    {
        Rate = rate;
        _changed = now;
    }
}
