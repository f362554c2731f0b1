namespace FlowLogs.Sandbox.Store;

/// <summary>The events of several streams in one order, as they were when the reading began.</summary>
internal sealed class MergedEvents
{
    // The one with the next event; the others wait.
    private readonly PriorityQueue<Cursor, EventPosition> _others = new();
    private Cursor? _front;

    /// <summary>Begins at a place, and ends before another.</summary>
    public MergedEvents(IEnumerable<LogStream> streams, EventPosition from, EventPosition to)
    {
        foreach (var stream in streams)
        {
            var events = stream.Events;
            var cursor = new Cursor(stream, events, events.IndexOf(from), events.IndexOf(to));
            if (cursor.Next < cursor.End)
                _others.Enqueue(cursor, cursor.Position);
        }

        _others.TryDequeue(out _front, out _);
    }

    /// <summary>Whether there is an event left.</summary>
    public bool TryPeek(out StoredEvent next)
    {
        next = _front is null ? default : new StoredEvent(_front.Stream, _front.Events, _front.Next);
        return _front is not null;
    }

    /// <summary>Goes on behind the event that <see cref="TryPeek"/> gave.</summary>
    public void Skip()
    {
        _front!.Next++;
        if (_front.Next < _front.End)
            _front = _others.EnqueueDequeue(_front, _front.Position);
        else
            _others.TryDequeue(out _front, out _);
    }

    private sealed class Cursor(LogStream stream, EventSnapshot events, int next, int end)
    {
        public LogStream Stream => stream;

        public EventSnapshot Events => events;

        public int Next { get; set; } = next;

        public int End => end;

        public EventPosition Position => events[Next].Position;
    }
}
