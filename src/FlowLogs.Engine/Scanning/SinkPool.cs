using System.Collections.Concurrent;

namespace FlowLogs.Scanning;

/// <summary>Hands out sinks, so that there are no more of them than threads that use one at the same time.</summary>
/// <param name="make">Makes a sink.</param>
internal sealed class SinkPool(Func<LineSink> make)
{
    private readonly ConcurrentBag<LineSink> _free = [];
    private readonly ConcurrentQueue<LineSink> _all = [];

    /// <summary>All sinks there are. To be asked for when nobody uses them any more.</summary>
    public IReadOnlyCollection<LineSink> All => _all;

    /// <summary>Gives a sink that nobody else uses.</summary>
    public LineSink Rent()
    {
        if (_free.TryTake(out var sink))
            return sink;
        sink = make();
        _all.Enqueue(sink);
        return sink;
    }

    /// <summary>Takes a sink back.</summary>
    public void Return(LineSink sink) => _free.Add(sink);
}
