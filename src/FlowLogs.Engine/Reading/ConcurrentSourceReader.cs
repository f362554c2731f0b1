using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace FlowLogs.Reading;

/// <summary>
/// Reads several sources at the same time and gives what they have as if they had been read one after another. Of the
/// sources behind the first a few batches are read ahead, so that the memory is bounded.
/// </summary>
internal static class ConcurrentSourceReader
{
    private const int BatchesAhead = 1;

    /// <summary>Reads the sources. One that cannot be read gives a problem, and the others go on.</summary>
    /// <param name="sources">The sources; they are asked for as they are needed.</param>
    /// <param name="options">What is wanted of them.</param>
    /// <param name="concurrency">How many are read at the same time.</param>
    /// <param name="cancellationToken">Ends the reading of all.</param>
    public static async IAsyncEnumerable<IReadOnlyList<ReadItem>> ReadAsync(
        IAsyncEnumerable<FlowSource> sources,
        FlowReadOptions options,
        int concurrency,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var started = Channel.CreateUnbounded<ChannelReader<IReadOnlyList<ReadItem>>>();
        var free = new SemaphoreSlim(concurrency);
        try
        {
            _ = StartAllAsync(sources, options, free, started.Writer, stop.Token);
            await foreach (var batches in started.Reader.ReadAllAsync(stop.Token))
            {
                await foreach (var batch in batches.ReadAllAsync(stop.Token))
                    yield return batch;
                free.Release();
            }
        }
        finally
        {
            await stop.CancelAsync();
        }
    }

    private static async Task StartAllAsync(
        IAsyncEnumerable<FlowSource> sources,
        FlowReadOptions options,
        SemaphoreSlim free,
        ChannelWriter<ChannelReader<IReadOnlyList<ReadItem>>> started,
        CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var source in sources.WithCancellation(cancellationToken))
            {
                await free.WaitAsync(cancellationToken);
                var batches = Channel.CreateBounded<IReadOnlyList<ReadItem>>(BatchesAhead);

                // A thread of its own: reading waits, for the network or for the pool's threads, which read parts of it.
                _ = Task.Factory.StartNew(
                    () => Read(source, options, batches.Writer, cancellationToken),
                    cancellationToken,
                    source.IsSmall ? TaskCreationOptions.None : TaskCreationOptions.LongRunning,
                    TaskScheduler.Default);
                started.TryWrite(batches.Reader);
            }

            started.Complete();
        }
#pragma warning disable CA1031 // Whatever it is, it is thrown again where the batches are read.
        catch (Exception e)
#pragma warning restore CA1031
        {
            started.Complete(e);
        }
    }

    private static void Read(FlowSource source, FlowReadOptions options, ChannelWriter<IReadOnlyList<ReadItem>> batches, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var batch in SourceReader.Read(source, options, cancellationToken))
            {
                if (!batches.TryWrite(batch))
                    batches.WriteAsync(batch, cancellationToken).AsTask().GetAwaiter().GetResult();
            }

            batches.Complete();
        }
#pragma warning disable CA1031 // Whatever it is, it is thrown again where the batches are read.
        catch (Exception e)
#pragma warning restore CA1031
        {
            batches.Complete(e);
        }
    }
}
