using System.Diagnostics.CodeAnalysis;

namespace FlowLogs.Sandbox.Store;

/// <summary>The events of several streams in one order, as they were when the reading began.</summary>
internal sealed class MergedEvents
{
    private readonly PriorityQueue<Cursor, EventPosition> _cursors = new();

    /// <summary>Begins at a place, and ends before another.</summary>
    public MergedEvents(IEnumerable<LogStream> streams, EventPosition from, EventPosition to)
    {
        foreach (var stream in streams)
        {
            var events = stream.Events;
            var cursor = new Cursor(stream, events, events.IndexOf(from), events.IndexOf(to));
            if (cursor.Next < cursor.End)
                _cursors.Enqueue(cursor, cursor.Current.Position);
        }
    }

    /// <summary>Whether there is an event left.</summary>
    public bool TryPeek([NotNullWhen(true)] out LogStream? stream, out LogEvent next)
    {
        if (_cursors.TryPeek(out var cursor, out _))
        {
            (stream, next) = (cursor.Stream, cursor.Current);
            return true;
        }

        (stream, next) = (null, default);
        return false;
    }

    /// <summary>Goes on behind the event that <see cref="TryPeek"/> gave.</summary>
    public void Skip()
    {
        var cursor = _cursors.Peek();
        cursor.Next++;
        if (cursor.Next < cursor.End)
            _cursors.DequeueEnqueue(cursor, cursor.Current.Position);
        else
            _cursors.Dequeue();
    }

    private sealed class Cursor(LogStream stream, EventSnapshot events, int next, int end)
    {
        public LogStream Stream => stream;

        public int Next { get; set; } = next;

        public int End => end;

        public ref readonly LogEvent Current => ref events[Next];
    }
}
