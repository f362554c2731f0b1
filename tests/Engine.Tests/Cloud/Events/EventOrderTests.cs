using FlowLogs.Cloud;
using FlowLogs.Cloud.Events;

namespace FlowLogs.Tests.Cloud.Events;

public class EventOrderTests
{
    [Fact]
    public void Sorts_by_timestamp_then_ingestion_then_id_and_drops_copies()
    {
        List<CloudLogEvent> events = [Event(2, 1, "a"), Event(1, 2, "d"), Event(1, 1, "c"), Event(1, 1, "b"), Event(2, 1, "a"), Event(1, 1, "b"), Event(1, 1, "b")];
        Assert.Equal(3, EventOrder.Arrange(events));
        Assert.Equal(["b", "c", "d", "a"], events.Select(static e => e.EventId));
    }

    [Fact]
    public void Events_without_ids_are_all_kept()
    {
        List<CloudLogEvent> events = [Event(1, 1, null), Event(1, 1, null)];
        Assert.Equal(0, EventOrder.Arrange(events));
        Assert.Equal(2, events.Count);
    }

    private static CloudLogEvent Event(long time, long ingested, string? id) => new("m", time, ingested, null, id);
}
