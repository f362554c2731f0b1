using System.Globalization;
using System.Runtime.CompilerServices;
using FlowLogs.Cloud;
using FlowLogs.Cloud.Events;
using FlowLogs.Reading;
using FlowLogs.Reading.Following;

namespace FlowLogs.Tests.Following;

/// <summary>A log whose events can be read from the time on at which they arrive.</summary>
internal sealed class ScriptedLog(VirtualClock clock, Random? random = null) : IEventRangeReader
{
    public const string Group = "group";
    public const string Stream = "eni-1-all";

    private readonly List<(CloudLogEvent Event, long Arrives)> _events = [];
    private readonly Random _random = random ?? new Random(1);
    private int _ids;

    /// <summary>What calls throw, one each, before they answer again.</summary>
    public Queue<FlowLogException> Failures { get; } = new();

    public List<LogEventQuery> Queries { get; } = [];

    public IEnumerable<CloudLogEvent> Events => _events.Select(static e => e.Event);

    public static FollowOptions Options(params string[] streams) => new()
    {
        LogGroupName = Group,
        FindQueries = _ => Task.FromResult<IReadOnlyList<LogEventQuery>>(
            streams.Length == 0
                ? [new LogEventQuery { LogGroupName = Group }]
                : [.. streams.Select(static s => new LogEventQuery { LogGroupName = Group, LogStreamNames = [s] })]),
        Read = new FlowReadOptions(),
    };

    public static string Line(int port = 22) => $"2 123456789012 eni-1 10.0.1.218 10.0.1.63 54033 {port} 6 2 112 1441341480 1441341532 ACCEPT OK";

    /// <summary>Adds an event, and gives its id.</summary>
    public string Add(long timestamp, long arrives, string? message = null, string stream = Stream)
    {
        // Ids have nothing to do with the order.
        var id = (++_ids * 7919L % 100_003).ToString(CultureInfo.InvariantCulture);
        lock (_events)
            _events.Add((new CloudLogEvent(message ?? Line(), timestamp, arrives, stream, id), arrives));
        return id;
    }

    public async IAsyncEnumerable<IReadOnlyList<CloudLogEvent>> ReadAsync(
        LogEventQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        Queries.Add(query);
        List<CloudLogEvent> found;
        lock (_events)
        {
            found =
            [
                .. _events.Where(e => e.Arrives <= clock.Now
                        && !(e.Event.Timestamp < query.StartTime)
                        && e.Event.Timestamp <= query.EndTime
                        && (query.LogStreamNames.Count == 0 || query.LogStreamNames.Contains(e.Event.LogStreamName)))
                    .Select(static e => e.Event)
                    .OrderBy(static e => e.Timestamp)
                    .ThenBy(static e => e.IngestionTime)
                    .ThenBy(static e => e.EventId, StringComparer.Ordinal),
            ];
        }

        for (var at = 0; at < found.Count;)
        {
            var page = found.Skip(at).Take(_random.Next(0, 8)).ToList();
            at += page.Count;
            yield return page;
            if (Failures.TryDequeue(out var failure))
                throw failure;
        }

        if (Failures.TryDequeue(out var last))
            throw last;
    }
}
