using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using FlowLogs.Cloud;
using FlowLogs.Records;

namespace FlowLogs.Reading;

/// <summary>Reads flow logs from CloudWatch Logs.</summary>
public static class FlowEventReader
{
    /// <summary>
    /// Whether a query is answered by GetLogEvents, which reads one stream and knows no patterns, but is allowed more
    /// calls a second than FilterLogEvents.
    /// </summary>
    public static bool ReadsOneStream(LogEventQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.LogStreamNames.Count == 1 && string.IsNullOrEmpty(query.FilterPattern);
    }

    /// <summary>Reads the events of a log group, or of one of its streams.</summary>
    /// <param name="logs">The connection.</param>
    /// <param name="query">Which events; time and pattern are the service's work.</param>
    /// <param name="options">What is wanted of the events that the service gives.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<IReadOnlyList<ReadItem>> ReadAsync(
        ICloudLogs logs,
        LogEventQuery query,
        FlowReadOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var oneStream = ReadsOneStream(query);
        var pages = oneStream
            ? LogEventPager.GetAsync(logs, Bounded(query), cancellationToken)
            : LogEventPager.FilterAsync(logs, query, cancellationToken);

        var reader = new LineReader(oneStream ? query.LogStreamNames[0] : query.LogGroupName, options);
        var buffer = new ArrayBufferWriter<byte>();
        await foreach (var page in pages)
        {
            var items = new List<ReadItem>(page.Count);
            foreach (var e in page)
            {
                buffer.ResetWrittenCount();
                Encoding.UTF8.GetBytes(e.Message, buffer);
                var stream = e.LogStreamName ?? (oneStream ? query.LogStreamNames[0] : null);
                var origin = new RecordOrigin(query.LogGroupName, stream, e.EventId, e.Timestamp, e.IngestionTime);
                reader.ReadEvent(buffer.WrittenSpan, origin, items);
            }

            if (items.Count > 0)
                yield return items;
        }

        var rest = new List<ReadItem>();
        reader.Finish(rest);
        if (rest.Count > 0)
            yield return rest;
    }

    // Without an end, GetLogEvents goes on for as long as somebody writes to the stream.
    private static LogEventQuery Bounded(LogEventQuery query) =>
        query.EndTime is null ? query with { EndTime = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() } : query;
}
