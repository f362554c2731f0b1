namespace FlowLogs.Cloud.Events;

/// <summary>Reads a range with FilterLogEvents, page after page.</summary>
internal sealed class PagedRangeReader(ICloudLogs logs) : IEventRangeReader
{
    public IAsyncEnumerable<IReadOnlyList<CloudLogEvent>> ReadAsync(LogEventQuery query, CancellationToken cancellationToken) =>
        LogEventPager.FilterAsync(logs, query, cancellationToken);
}
