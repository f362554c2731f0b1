using System.Runtime.CompilerServices;
using FlowLogs.Cloud;
using FlowLogs.Cloud.Events;

namespace FlowLogs.Reading.Following;

/// <summary>Reads several queries at once, and gives their events in the order of the timestamps.</summary>
internal static class MergedRanges
{
    private const int PageSize = 1000;

    public static IAsyncEnumerable<IReadOnlyList<CloudLogEvent>> ReadAsync(
        IEventRangeReader reader, IReadOnlyList<LogEventQuery> queries, CancellationToken token) =>
        queries is [var only] ? reader.ReadAsync(only, token) : MergeAsync(reader, queries, token);

    private static async IAsyncEnumerable<IReadOnlyList<CloudLogEvent>> MergeAsync(
        IEventRangeReader reader, IReadOnlyList<LogEventQuery> queries, [EnumeratorCancellation] CancellationToken token)
    {
        var heads = new PriorityQueue<Head, long>();
        var all = new List<Head>();
        try
        {
            foreach (var query in queries)
            {
                var head = new Head(reader.ReadAsync(query, token).GetAsyncEnumerator(token));
                all.Add(head);
                if (await head.MoveNextAsync())
                    heads.Enqueue(head, head.Current.Timestamp);
            }

            var page = new List<CloudLogEvent>();
            while (heads.TryDequeue(out var head, out _))
            {
                page.Add(head.Current);
                if (await head.MoveNextAsync())
                    heads.Enqueue(head, head.Current.Timestamp);
                if (page.Count == PageSize || heads.Count == 0)
                {
                    yield return page;
                    page = [];
                }
            }
        }
        finally
        {
            foreach (var head in all)
                await head.DisposeAsync();
        }
    }

    /// <summary>The next event of one query.</summary>
    private sealed class Head(IAsyncEnumerator<IReadOnlyList<CloudLogEvent>> pages) : IAsyncDisposable
    {
        private IReadOnlyList<CloudLogEvent> _page = [];
        private int _next;

        public CloudLogEvent Current => _page[_next];

        public async ValueTask<bool> MoveNextAsync()
        {
            _next++;
            while (_next >= _page.Count)
            {
                if (!await pages.MoveNextAsync())
                    return false;
                (_page, _next) = (pages.Current, 0);
            }

            return true;
        }

        public ValueTask DisposeAsync() => pages.DisposeAsync();
    }
}
