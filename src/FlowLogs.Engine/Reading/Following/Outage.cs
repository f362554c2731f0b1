using System.Globalization;

namespace FlowLogs.Reading.Following;

/// <summary>A stretch of failures: told of once, waited out with growing pauses, and told of when it is over.</summary>
/// <param name="what">What fails, for messages, such as "Reading my-flow-log".</param>
/// <param name="time">The clock.</param>
internal sealed class Outage(string what, TimeProvider time)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private long? _since;
    private TimeSpan _pause;

    /// <summary>
    /// Whether an error may go away by itself. A session that has expired can be renewed, but where nothing has worked yet
    /// it is more likely that something is set wrong, and that is an error at once.
    /// </summary>
    public static bool MayPass(FlowLogException error, bool hasWorked) => error.Kind switch
    {
        FlowErrorKind.Throttled or FlowErrorKind.LimitExceeded => true,
        FlowErrorKind.Unavailable or FlowErrorKind.ServiceError or FlowErrorKind.Connection or FlowErrorKind.Authentication => hasWorked,
        _ => false,
    };

    /// <summary>To be called for each failure; gives what is to be told, which is something only for the first.</summary>
    public string? Fail(FlowLogException error)
    {
        _pause = _since is null ? FirstPause : TimeSpan.FromTicks(Math.Min(_pause.Ticks * 2, LongestPause.Ticks));
        if (_since is not null)
            return null;
        _since = time.GetTimestamp();
        return $"{what} is interrupted, and tried again until it works. {error.Message}";
    }

    /// <summary>The pause before the next try.</summary>
    public Task PauseAsync(CancellationToken token) => Task.Delay(_pause, time, token);

    /// <summary>To be called for each success; gives what is to be told, if there is something.</summary>
    public string? Succeed()
    {
        if (_since is not { } since)
            return null;
        _since = null;
        var seconds = Math.Ceiling(time.GetElapsedTime(since).TotalSeconds).ToString("N0", CultureInfo.InvariantCulture);
        return $"{what} works again, after {seconds} s. Nothing was missed.";
    }
}
