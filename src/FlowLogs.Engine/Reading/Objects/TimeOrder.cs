using System.Runtime.CompilerServices;
using FlowLogs.Cloud;

namespace FlowLogs.Reading.Objects;

/// <summary>Puts the objects of several accounts and Regions into the order of their times.</summary>
internal static class TimeOrder
{
    // How many listings are begun before they are wanted. With many accounts and Regions one after another would take long.
    private const int Ahead = 8;

    /// <summary>The objects by the time of their folders, of one time in the order of the listings.</summary>
    public static async IAsyncEnumerable<CloudObject> MergeAsync(
        IEnumerable<TimeFolderListing> listings, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var waiting = listings.OrderBy(static listing => listing.EarliestTime).ToList();
        var open = new List<IAsyncEnumerator<(DateTimeOffset Time, CloudObject Item)>>();
        var order = new PriorityQueue<int, (DateTimeOffset Time, int Index)>();
        for (var index = 0; index < waiting.Count; index++)
        {
            order.Enqueue(index, (waiting[index].EarliestTime, index));
            open.Add(waiting[index].ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken));
        }

        var begun = new bool[waiting.Count];
        try
        {
            while (order.TryDequeue(out var index, out _))
            {
                if (begun[index])
                    yield return open[index].Current.Item;
                else
                    _ = waiting.Skip(index).Take(Ahead).Select(listing => listing.Start(cancellationToken)).ToList();
                begun[index] = true;
                if (await open[index].MoveNextAsync())
                    order.Enqueue(index, (open[index].Current.Time, index));
            }
        }
        finally
        {
            foreach (var listing in open)
                await listing.DisposeAsync();
        }
    }
}
