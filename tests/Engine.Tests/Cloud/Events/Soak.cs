using System.Globalization;
using FlowLogs.Cloud;

namespace FlowLogs.Tests.Cloud.Events;

/// <summary>
/// The long version of the random tests, set by the environment: FLOWLOGS_SOAK is the number of schedules,
/// FLOWLOGS_SOAK_EVENTS the events of each, FLOWLOGS_SOAK_SEED the first seed.
/// </summary>
internal static class Soak
{
    public static int Schedules => Read("FLOWLOGS_SOAK", 0);

    public static int Events => Read("FLOWLOGS_SOAK_EVENTS", 100_000);

    public static int FirstSeed => Read("FLOWLOGS_SOAK_SEED", 0);

    /// <summary>Where a schedule's log is read from: in this process, with faults by the schedule's seed.</summary>
    public static Task<SoakService> OpenAsync(RangeSchedule schedule)
    {
        var logs = new LogsStub(new FaultyLogs(schedule.Events, schedule.Seed).Answer);
        return Task.FromResult(new SoakService(logs.Logs, static e => e.EventId));
    }

    private static int Read(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : usual;
}

/// <summary>A service that holds a schedule's log.</summary>
/// <param name="Logs">The connection.</param>
/// <param name="IdOf">The id that it has given an event.</param>
/// <param name="Close">Ends it.</param>
internal sealed record SoakService(ICloudLogs Logs, Func<CloudLogEvent, string?> IdOf, Action? Close = null) : IAsyncDisposable
{
    public ValueTask DisposeAsync()
    {
        Logs.Dispose();
        Close?.Invoke();
        return ValueTask.CompletedTask;
    }
}

/// <summary>A test of the long version; it is skipped where FLOWLOGS_SOAK is not set.</summary>
internal sealed class SoakFactAttribute : FactAttribute
{
    public SoakFactAttribute()
    {
        if (Soak.Schedules == 0)
            Skip = "FLOWLOGS_SOAK is not set: build.ps1 -Task Soak runs this.";
    }
}
