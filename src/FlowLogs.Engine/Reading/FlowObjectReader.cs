using System.Runtime.CompilerServices;
using FlowLogs.Cloud;
using FlowLogs.Reading.Objects;

namespace FlowLogs.Reading;

/// <summary>Reads flow logs from S3.</summary>
public static class FlowObjectReader
{
    /// <summary>
    /// Reads the objects at a place, several at the same time, in batches in the order of the objects: those in no folder
    /// of AWS's layouts by key, then the others by the day or hour of their folders. Of AWS's layouts only what the time
    /// range can touch is listed. An object that cannot be read, or not to its end, is a problem among the items, and the
    /// next one goes on; so is a place without objects (<c>NoObjects</c>).
    /// </summary>
    /// <param name="objects">The connection.</param>
    /// <param name="place">Where the objects are.</param>
    /// <param name="options">What is wanted of them.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="FlowLogException">The place cannot be listed, or no object can be read for want of credentials or a connection.</exception>
    public static IAsyncEnumerable<IReadOnlyList<ReadItem>> ReadAsync(
        ICloudObjects objects, S3Uri place, FlowReadOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(objects);
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(options);
        return ReadAsync(objects, place, options, ObjectReadLimits.Default, cancellationToken);
    }

    internal static async IAsyncEnumerable<IReadOnlyList<ReadItem>> ReadAsync(
        ICloudObjects objects,
        S3Uri place,
        FlowReadOptions options,
        ObjectReadLimits limits,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var plan = new ObjectPlan(objects, place, new ObjectWindow(options.StartTime, options.EndTime));
        var count = 0;
        try
        {
            await foreach (var batch in ConcurrentSourceReader.ReadAsync(FindSourcesAsync(), options, options.Concurrency, stop.Token))
            {
                // The next object would fail in the same way.
                if (batch[0].Problem is { Kind: FlowErrorKind.Authentication or FlowErrorKind.Connection } problem)
                    throw problem;
                yield return batch;
            }

            if (count == 0)
                yield return [new ReadItem(NothingFound(place, options, plan.LeftOut))];
        }
        finally
        {
            await stop.CancelAsync();
        }

        async IAsyncEnumerable<FlowSource> FindSourcesAsync()
        {
            await foreach (var item in plan.FindAsync(stop.Token))
            {
                count++;
                yield return new S3ObjectSource(objects, place.Bucket, item.Key, limits, stop.Token);
            }
        }
    }

    private static FlowLogException NothingFound(S3Uri place, FlowReadOptions options, long leftOut)
    {
        var range = (options.StartTime, options.EndTime) switch
        {
            ({ } from, { } to) => $" for {from:u} to {to:u}",
            ({ } from, null) => $" for the time from {from:u} on",
            (null, { } to) => $" for the time up to {to:u}",
            _ => string.Empty,
        };
        var others = (leftOut, range) switch
        {
            (0, "") => "Nothing was found there",
            (0, _) => "Nothing of that time was found there",
            _ => $"{leftOut:N0} objects were found there, which are empty or of other times",
        };
        return new("NoObjects", FlowErrorKind.NotFound, $"There are no flow logs at {place}{range}. {others}. Check the bucket, the path and its case.", place.ToString());
    }
}
