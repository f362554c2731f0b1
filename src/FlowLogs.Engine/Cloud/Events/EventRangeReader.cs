using System.Runtime.CompilerServices;

namespace FlowLogs.Cloud.Events;

/// <summary>Reads a time range with FilterLogEvents.</summary>
internal sealed class EventRangeReader(ICloudLogs logs) : IEventRangeReader
{
    public async IAsyncEnumerable<IReadOnlyList<CloudLogEvent>> ReadAsync(
        LogEventQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var bounded = query with { EndTime = query.EndTime ?? DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() };
        var events = new List<CloudLogEvent>();
        await foreach (var page in LogEventPager.FilterAsync(logs, bounded, cancellationToken))
            events.AddRange(page);
        EventOrder.Arrange(events);
        yield return events;
    }
}
