namespace FlowLogs.Tests.Following;

/// <summary>
/// A clock whose time passes only in waiting: by itself whenever somebody waits, so that a day takes no time, or when it
/// is told to.
/// </summary>
internal sealed class VirtualClock(DateTimeOffset now, bool movesByItself) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Waiter> _waiters = [];
    private DateTimeOffset _now = now;

    public long Now => GetUtcNow().ToUnixTimeMilliseconds();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    /// <summary>Lets time pass.</summary>
    public void Move(TimeSpan by)
    {
        List<Waiter> due;
        lock (_lock)
        {
            _now += by;
            due = _waiters.FindAll(w => w.Due <= _now);
            _waiters.RemoveAll(due.Contains);
        }

        due.ForEach(static w => w.Fire());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var waiter = new Waiter(this, callback, state);
        waiter.Change(dueTime, period);
        return waiter;
    }

    private sealed class Waiter(VirtualClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Fire() => ThreadPool.QueueUserWorkItem(_ => callback(state));

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._waiters.Remove(this);
                if (dueTime < TimeSpan.Zero)
                    return true;
                Due = clock._now + dueTime;
                if (!clock.MovesByItself)
                {
                    clock._waiters.Add(this);
                    return true;
                }

                clock._now = Due;
            }

            Fire();
            return true;
        }

        public void Dispose()
        {
            lock (clock._lock)
                clock._waiters.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }

    private bool MovesByItself { get; } = movesByItself;
}
