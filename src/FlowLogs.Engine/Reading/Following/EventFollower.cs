using System.Runtime.CompilerServices;
using System.Threading.Channels;
using FlowLogs.Cloud;
using FlowLogs.Cloud.Events;

namespace FlowLogs.Reading.Following;

/// <summary>
/// Follows log groups, or reads what is new in one since a checkpoint: each event once, however late it comes within the
/// window of late arrivals.
/// </summary>
public static class EventFollower
{
    // Found ahead of those who take it; a page each.
    private const int QueuedFindings = 2;

    /// <summary>Follows log groups.</summary>
    /// <param name="logs">The connection.</param>
    /// <param name="groups">What, from when and how, for each.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static IAsyncEnumerable<FollowedBatch> FollowAsync(
        ICloudLogs logs, IReadOnlyList<FollowOptions> groups, CancellationToken cancellationToken = default) =>
        AsyncMerge.MergeAsync(
            [.. groups.Select(group => (Func<CancellationToken, IAsyncEnumerable<FollowedBatch>>)(stop =>
                FollowAsync(new WholeRangeReader(logs, Settings(group)), logs, group, TimeProvider.System, stop)))],
            cancellationToken);

    // Who follows tries for ever, and says when there is an outage; the calls must not keep that back for minutes.
    private static EventRangeSettings Settings(FollowOptions group)
    {
        var settings = EventRangeSettings.Of(group.Read);
        return group.Follow ? settings with { Retry = new RetryLimits { MaxTries = 4, MaxTime = TimeSpan.FromSeconds(10) } } : settings;
    }

    internal static async IAsyncEnumerable<FollowedBatch> FollowAsync(
        IEventRangeReader reader,
        ICloudLogs logs,
        FollowOptions options,
        TimeProvider time,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var found = Channel.CreateBounded<Finding>(QueuedFindings);
        var work = Task.Run(() => FindAsync(reader, logs, options, time, found.Writer, stop), CancellationToken.None);
        try
        {
            var translator = new FindingTranslator(options);
            await foreach (var finding in found.Reader.ReadAllAsync(cancellationToken))
            {
                if (translator.Translate(finding) is { } batch)
                    yield return batch;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await work;
        }
    }

    // Never fails: what goes wrong comes out of the channel.
    private static async Task FindAsync(
        IEventRangeReader reader, ICloudLogs logs, FollowOptions options, TimeProvider time, ChannelWriter<Finding> output, CancellationTokenSource stop)
    {
        var poller = new RangePoller(reader, options, time);
        var live = options.Live ? new LiveTailer(logs, options, poller, time).RunAsync(output, stop.Token) : Task.CompletedTask;
        var polling = poller.RunAsync(output, stop.Token);

        // The live tail may end before; then polling does alone. What it throws is a mistake here, and not to be hidden.
        var first = await Task.WhenAny(polling, live);
        if (first == live && live.IsCompletedSuccessfully)
            await ((Task)polling).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await stop.CancelAsync();
        await Task.WhenAll(polling, live).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var failed = polling.IsFaulted ? polling : live;
        output.TryComplete(failed.Exception?.InnerException);
    }
}
