using FlowLogs.Cloud;
using FlowLogs.PS.Binding;

namespace FlowLogs.PS.Runtime;

/// <summary>
/// The queries for the streams of a log group that is followed. Interfaces, and with them streams, come while it is, so
/// that names with wildcards are looked up again and again.
/// </summary>
/// <param name="logs">The connection.</param>
/// <param name="query">What is wanted of the streams.</param>
/// <param name="names">Their names; none for all.</param>
/// <param name="mayCome">Whether streams with such names may still come, so that it is no error if there are none.</param>
internal sealed class FollowedStreams(ICloudLogs logs, LogEventQuery query, IReadOnlyList<string> names, bool mayCome)
{
    // What FilterLogEvents takes in one call.
    private const int MaxStreamsPerCall = 100;

    // Shorter than events are waited for, so that a stream that is found late has lost none.
    private const long Freshness = 30_000;

    private (IReadOnlyList<LogEventQuery> Queries, long Until)? _known;

    public async Task<IReadOnlyList<LogEventQuery>> FindAsync(CancellationToken token)
    {
        if (names.Count == 0)
            return [query];
        if (_known is { } known && known.Until > Environment.TickCount64)
            return known.Queries;

        var streams = new List<string>();
        foreach (var name in names)
        {
            var wanted = NamePattern.Parse(name);
            if (!wanted.HasWildcard)
            {
                streams.Add(name);
                continue;
            }

            var before = streams.Count;
            var pages = CloudPages.ReadAsync((next, stop) => logs.DescribeLogStreamsAsync(query.LogGroupName, wanted.Prefix, next, stop), token);
            await foreach (var page in pages)
                streams.AddRange(page.Select(static stream => stream.LogStreamName).Where(wanted.IsMatch));
            if (streams.Count == before && !mayCome)
                throw new FlowLogException("LogStreamNotFound", FlowErrorKind.NotFound, $"No log stream in {query.LogGroupName} is named like {name}.", name);
        }

        List<LogEventQuery> queries =
        [
            .. streams.Distinct(StringComparer.Ordinal).Chunk(MaxStreamsPerCall).Select(chunk => query with { LogStreamNames = chunk }),
        ];
        _known = (queries, Environment.TickCount64 + Freshness);
        return queries;
    }
}
