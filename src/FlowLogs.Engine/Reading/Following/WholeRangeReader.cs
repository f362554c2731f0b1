using System.Runtime.CompilerServices;
using FlowLogs.Cloud;
using FlowLogs.Cloud.Events;

namespace FlowLogs.Reading.Following;

/// <summary>
/// Reads a range up to the first part of it that cannot be read, which is an error: whoever follows reads it again later,
/// and must not believe until then that the log goes on behind it.
/// </summary>
internal sealed class WholeRangeReader(ICloudLogs logs, EventRangeSettings settings) : IEventRangeReader
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<IReadOnlyList<CloudLogEvent>> ReadAsync(
        LogEventQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = new EventRangeReader(logs, settings);
        await foreach (var events in reader.ReadAsync(query, cancellationToken))
        {
            if (reader.Missing.TryDequeue(out var missing))
                throw missing.InnerException as FlowLogException ?? missing;
            yield return events;
        }
    }
}
