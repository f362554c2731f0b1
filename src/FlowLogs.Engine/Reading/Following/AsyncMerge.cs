using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace FlowLogs.Reading.Following;

/// <summary>Several sources as one, in the order in which they give something.</summary>
internal static class AsyncMerge
{
    public static async IAsyncEnumerable<T> MergeAsync<T>(
        IReadOnlyList<Func<CancellationToken, IAsyncEnumerable<T>>> sources, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var queue = Channel.CreateBounded<T>(sources.Count);
        var work = Task.Run(() => FillAsync(sources, queue.Writer, stop), CancellationToken.None);
        try
        {
            await foreach (var item in queue.Reader.ReadAllAsync(cancellationToken))
                yield return item;
        }
        finally
        {
            await stop.CancelAsync();
            await work;
        }
    }

    // Never fails: what goes wrong in one source ends all, and comes out of the queue.
    private static async Task FillAsync<T>(
        IReadOnlyList<Func<CancellationToken, IAsyncEnumerable<T>>> sources, ChannelWriter<T> queue, CancellationTokenSource stop)
    {
        await Task.WhenAll(sources.Select(async source =>
        {
            try
            {
                await foreach (var item in source(stop.Token))
                    await queue.WriteAsync(item, stop.Token);
            }
#pragma warning disable CA1031 // It is thrown again where the queue is read.
            catch (Exception e)
#pragma warning restore CA1031
            {
                queue.TryComplete(e);
                await stop.CancelAsync();
            }
        }));
        queue.TryComplete();
    }
}
