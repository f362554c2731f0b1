namespace FlowLogs.Cloud.Events;

/// <summary>Reads the events of a time range exactly: none lost, none twice, in the order of time.</summary>
internal interface IEventRangeReader
{
    /// <summary>Reads a range in batches.</summary>
    /// <param name="query">
    /// What is wanted. Both ends of the time range are inclusive; without a start it begins with the oldest event, without
    /// an end it ends at the time of the call.
    /// </param>
    /// <param name="cancellationToken">Ends the reading at once.</param>
    /// <returns>
    /// Events by timestamp, then ingestion time, then id, over all batches, each id once. A batch may be empty.
    /// </returns>
    IAsyncEnumerable<IReadOnlyList<CloudLogEvent>> ReadAsync(LogEventQuery query, CancellationToken cancellationToken);
}
