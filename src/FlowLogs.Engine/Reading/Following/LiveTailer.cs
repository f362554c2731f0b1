using System.Runtime.CompilerServices;
using System.Threading.Channels;
using FlowLogs.Cloud;

namespace FlowLogs.Reading.Following;

/// <summary>
/// Brings what arrives in a log group as soon as the service tells of it. A live tail may leave events out: it samples
/// above 500 a second, drops the oldest where the reader is slow, ends after three hours, and has been seen to lose some
/// without a word. So nothing relies on it: everything is read from the log as well.
/// </summary>
internal sealed class LiveTailer(ICloudLogs logs, FollowOptions options, RangePoller poller, TimeProvider time)
{
    // An update comes every second, with events or without. Longer silence means that the connection is dead.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SessionPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StreamPause = TimeSpan.FromMinutes(1);

    /// <summary>Runs one session after another, until there cannot be any.</summary>
    public async Task RunAsync(ChannelWriter<Finding> output, CancellationToken token)
    {
        var outage = new Outage($"The live tail of {options.LogGroupName}", time);
        var hasWorked = false;
        while (true)
        {
            try
            {
                var queries = await options.FindQueries(token);
                if (queries.Count == 0)
                {
                    // No stream is named as it is wanted yet; reading finds the first events of one that comes.
                    await Task.Delay(StreamPause, time, token);
                    continue;
                }

                var (query, isWanted) = await MakeQueryAsync(queries, token);
                await foreach (var update in UpdatesAsync(query, output, token))
                {
                    hasWorked = true;
                    if (outage.Succeed() is { } notice)
                        await output.WriteAsync(Finding.OfNotice(notice), token);
                    poller.IsLive = !update.IsSampled;
                    var events = update.Events.Where(isWanted).ToList();
                    if (events.Count > 0)
                        await output.WriteAsync(new Finding(events, FindingKind.Live), token);
                }

                poller.IsLive = false;
                await Task.Delay(SessionPause, time, token);
            }
            catch (FlowLogException e)
            {
                poller.IsLive = false;
                if (!(e.Kind == FlowErrorKind.Connection || Outage.MayPass(e, hasWorked)))
                {
                    var notice = $"{options.LogGroupName} cannot be followed live; it is read every few seconds instead. {e.Message}";
                    await output.WriteAsync(Finding.OfNotice(notice), token);
                    return;
                }

                if (outage.Fail(e) is { } told)
                    await output.WriteAsync(Finding.OfNotice(told), token);
                await outage.PauseAsync(token);
            }
        }
    }

    private async IAsyncEnumerable<LiveTailUpdate> UpdatesAsync(
        LiveTailQuery query, ChannelWriter<Finding> output, [EnumeratorCancellation] CancellationToken token)
    {
        using var silence = new CancellationTokenSource(LongestSilence, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, token);
        await output.WriteAsync(new Finding([], FindingKind.LiveSession), token);
        await using var updates = logs.StartLiveTailAsync(query, both.Token).GetAsyncEnumerator(both.Token);
        while (true)
        {
            try
            {
                if (!await updates.MoveNextAsync())
                    yield break;
            }
            catch (OperationCanceledException) when (!token.IsCancellationRequested)
            {
                yield break;
            }

            silence.CancelAfter(Timeout.InfiniteTimeSpan); // However long what follows takes, it is no silence of the service.
            yield return updates.Current;
            silence.CancelAfter(LongestSilence);
        }
    }

    // What to ask the service for, and what to choose of its answer: it does not take as many streams as a search does.
    private async Task<(LiveTailQuery Query, Func<CloudLogEvent, bool> IsWanted)> MakeQueryAsync(
        IReadOnlyList<LogEventQuery> queries, CancellationToken token)
    {
        var streams = queries.SelectMany(static q => q.LogStreamNames).ToHashSet(StringComparer.Ordinal);
        var query = new LiveTailQuery
        {
            LogGroupArn = await FindArnAsync(token),
            LogStreamNames = streams.Count <= LiveTailQuery.MaxStreams ? [.. streams] : [],
            LogStreamNamePrefix = queries is [{ LogStreamNamePrefix: { } prefix }] ? prefix : null,
            FilterPattern = queries is [{ FilterPattern: { Length: > 0 } pattern }, ..] ? pattern : null,
        };
        return (query, e => (streams.Count == 0 || streams.Contains(e.LogStreamName ?? ""))
            && !(e.Timestamp < options.StartTime)
            && !(e.Timestamp > options.EndTime));
    }

    private async Task<string> FindArnAsync(CancellationToken token)
    {
        var group = options.LogGroupName;
        if (group.StartsWith("arn:", StringComparison.Ordinal))
            return group;
        await foreach (var page in CloudPages.ReadAsync((next, stop) => logs.DescribeLogGroupsAsync(group, next, stop), token))
        {
            if (page.FirstOrDefault(g => g.LogGroupName == group) is { LogGroupArn: { } arn })
                return arn;
        }

        throw new FlowLogException("LogGroupNotFound", FlowErrorKind.NotFound, $"The ARN of the log group '{group}' is not known.", group);
    }
}
