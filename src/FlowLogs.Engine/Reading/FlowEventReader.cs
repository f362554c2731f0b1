using System.Runtime.CompilerServices;
using FlowLogs.Cloud;
using FlowLogs.Cloud.Events;

namespace FlowLogs.Reading;

/// <summary>Reads flow logs from CloudWatch Logs.</summary>
public static class FlowEventReader
{
    // Few enough that the first records are soon on the pipeline, and that no more is done than wanted where it stops.
    private const int BatchSize = 1000;

    /// <summary>
    /// Reads the events of a log group in the order of time, each once. A time range that cannot be read is a problem among
    /// the items.
    /// </summary>
    /// <param name="logs">The connection.</param>
    /// <param name="query">Which events; time and pattern are the service's work.</param>
    /// <param name="options">What is wanted of the events that the service gives.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="FlowLogException">Nothing can be read.</exception>
    public static async IAsyncEnumerable<IReadOnlyList<ReadItem>> ReadAsync(
        ICloudLogs logs,
        LogEventQuery query,
        FlowReadOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(options);
        var ranges = new EventRangeReader(logs, EventRangeSettings.Of(options));
        var reader = new LineReader(query.LogGroupName, options);
        await foreach (var batch in ranges.ReadAsync(query, cancellationToken))
        {
            var events = LogEventPage.Of(batch);
            for (var start = 0; start < events.Count; start += BatchSize)
            {
                var end = Math.Min(start + BatchSize, events.Count);
                var items = new List<ReadItem>(end - start);
                reader.ReadEvents(query.LogGroupName, events, start, end, items);
                if (items.Count > 0)
                    yield return items;
            }

            // The records have copies of what they need.
            events.Dispose();
            if (ranges.Missing.TryDequeue(out var missing))
                yield return [new ReadItem(missing)];
        }

        var rest = new List<ReadItem>();
        reader.Finish(rest);
        if (rest.Count > 0)
            yield return rest;
    }

    /// <summary>
    /// Cuts a query into parts, the latest first and each four times as long as the one before, for reading from the end
    /// until enough has been found.
    /// </summary>
    /// <param name="query">The query; without an end it ends at the time of the call.</param>
    public static IEnumerable<LogEventQuery> Backwards(LogEventQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var start = query.StartTime ?? 0;
        var end = query.EndTime ?? Math.Max(start, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        for (var length = 60_000L; ; length *= 4)
        {
            var from = Math.Max(start, end - length + 1);
            if (from == start)
            {
                yield return query with { EndTime = end };
                yield break;
            }

            yield return query with { StartTime = from, EndTime = end };
            end = from - 1;
        }
    }
}
