using System.Globalization;
using FlowLogs.Aws;
using FlowLogs.Cloud;
using FlowLogs.Sandbox;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Tests.Cloud.Events;

/// <summary>
/// The long version of the random tests, set by the environment: FLOWLOGS_SOAK is the number of schedules,
/// FLOWLOGS_SOAK_EVENTS the events of each, FLOWLOGS_SOAK_SEED the first seed; FLOWLOGS_SOAK_SERVICE is <c>sandbox</c> for
/// a sandbox with faults behind the real client, and otherwise the service is in this process.
/// </summary>
internal static class Soak
{
    private static readonly FlowSandboxFault[] Faults =
    [
        FlowSandboxFault.Throttling, FlowSandboxFault.ServerError, FlowSandboxFault.Reset, FlowSandboxFault.Truncate,
        FlowSandboxFault.EmptyPages, FlowSandboxFault.RepeatedTokens, FlowSandboxFault.ExpiredTokens,
        FlowSandboxFault.DuplicateEvents, FlowSandboxFault.OutOfOrderPages,
    ];

    public static int Schedules => Read("FLOWLOGS_SOAK", 0);

    public static int Events => Read("FLOWLOGS_SOAK_EVENTS", 100_000);

    public static int FirstSeed => Read("FLOWLOGS_SOAK_SEED", 0);

    /// <summary>The service that the environment says.</summary>
    public static SoakService Open(RangeSchedule schedule) =>
        Environment.GetEnvironmentVariable("FLOWLOGS_SOAK_SERVICE") == "sandbox" ? OverSandbox(schedule) : InProcess(schedule);

    /// <summary>A service in this process that does all that a service may do.</summary>
    public static SoakService InProcess(RangeSchedule schedule) =>
        new(new LogsStub(new FaultyLogs(schedule.Events, schedule.Seed).Answer).Logs);

    /// <summary>A sandbox with faults, behind the real client.</summary>
    public static SoakService OverSandbox(RangeSchedule schedule)
    {
        var options = new FlowSandboxOptions(Port: 0, schedule.Seed) { Faults = Faults, FaultRate = 0.2 };
        var sandbox = new FlowSandbox(options, TimeProvider.System);
        var group = new LogGroup(schedule.Query.LogGroupName, 0);
        sandbox.Store.AddGroup(group);
        var streams = schedule.Events.Select(static e => e.LogStreamName!).Distinct().ToDictionary(static name => name, name => group.CreateStream(name, 0));
        for (var i = 0; i < schedule.Events.Count; i++)
        {
            var e = schedule.Events[i];
            streams[e.LogStreamName!].Add([new NewLogEvent(e.Timestamp, e.Message)], new UploadStamp(e.IngestionTime, i + 1));
        }

        var logs = new CloudLogsFactory().Connect(new CloudConnection
        {
            Region = "us-east-1",
            EndpointUrl = sandbox.EndpointUrl,
            Keys = new CloudKeys("soak", "soak"),
        });
        return new SoakService(logs, sandbox);
    }

    private static int Read(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : usual;
}

/// <summary>A service that holds a schedule's log.</summary>
/// <param name="Logs">The connection.</param>
/// <param name="Server">What it is connected to.</param>
internal sealed record SoakService(ICloudLogs Logs, IDisposable? Server = null) : IDisposable
{
    public void Dispose()
    {
        Logs.Dispose();
        Server?.Dispose();
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
