namespace FlowLogs.Cloud.Events;

/// <summary>The order of events: by timestamp, then by ingestion time, then by id.</summary>
internal sealed class EventOrder : IComparer<CloudLogEvent>
{
    public static readonly EventOrder Instance = new();

    private EventOrder()
    {
    }

    /// <summary>Sorts events and takes out those whose id came before. Gives how many these were.</summary>
    public static int Arrange(List<CloudLogEvent> events)
    {
        events.Sort(Instance);
        var kept = 0;
        for (var i = 0; i < events.Count; i++)
        {
            // One id is one event, with one timestamp: both copies lie beside each other now.
            var isCopy = kept > 0 && events[i].EventIdUtf8.Span is { IsEmpty: false } id && id.SequenceEqual(events[kept - 1].EventIdUtf8.Span);
            if (!isCopy)
                events[kept++] = events[i];
        }

        var dropped = events.Count - kept;
        events.RemoveRange(kept, dropped);
        return dropped;
    }

    /// <summary>Whether an event stands before another one.</summary>
    public static bool IsBefore(in CloudLogEvent x, in CloudLogEvent y) =>
        x.Timestamp == y.Timestamp ? Instance.Compare(x, y) < 0 : x.Timestamp < y.Timestamp;

    public int Compare(CloudLogEvent x, CloudLogEvent y)
    {
        var order = x.Timestamp.CompareTo(y.Timestamp);
        if (order == 0)
            order = x.IngestionTime.CompareTo(y.IngestionTime);
        return order == 0 ? x.EventIdUtf8.Span.SequenceCompareTo(y.EventIdUtf8.Span) : order;
    }
}
