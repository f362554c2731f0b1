using FlowLogs.Sandbox.Store;
using FsCheck;
using FsCheck.Xunit;

namespace FlowLogs.Tests.Sandbox;

public sealed class EventStoreProperties
{
    [Property(Replay = "20260304,1", MaxTest = 300)]
    public void Whatever_comes_in_is_kept_in_order(byte[][] batches)
    {
        var stream = new LogGroup("g", 0).CreateStream("s", 0);
        var expected = new List<EventPosition>();
        var before = new List<(EventSnapshot Snapshot, EventPosition[] Positions)>();
        var sequence = 1L;
        foreach (var batch in batches)
        {
            before.Add((stream.Events, Positions(stream.Events)));
            var times = batch.Select(time => (long)time).Order().ToList();
            stream.Add([.. times.Select(time => new NewLogEvent(time, $"{time}"))], new UploadStamp(0, sequence));
            expected.AddRange(times.Select((time, i) => new EventPosition(time, sequence + i)));
            sequence += batch.Length;
        }

        Assert.Equal(expected.Order(), Positions(stream.Events));
        // A reader that began earlier still sees what it saw.
        Assert.All(before, seen => Assert.Equal(seen.Positions, Positions(seen.Snapshot)));
    }

    [Property(Replay = "20260304,3", MaxTest = 300)]
    public void A_place_is_found_in_any_snapshot(byte[] times, byte wanted, byte sequence)
    {
        var stream = new LogGroup("g", 0).CreateStream("s", 0);
        stream.Add([.. times.Order().Select(time => new NewLogEvent(time, "x"))], new UploadStamp(0, 1));
        var place = new EventPosition(wanted, sequence);

        var index = stream.Events.IndexOf(place);

        Assert.Equal(Positions(stream.Events).Count(position => position < place), index);
    }

    [Property(Replay = "20260304,5", MaxTest = 300)]
    public void Merged_streams_are_one_sorted_stream(byte[][] streams, byte from, byte to)
    {
        var sequence = 1L;
        var group = new LogGroup("g", 0);
        foreach (var (times, i) in streams.Select((times, i) => (times, i)))
        {
            group.CreateStream($"s{i}", 0).Add([.. times.Order().Select(time => new NewLogEvent(time, "x"))], new UploadStamp(0, sequence));
            sequence += times.Length;
        }

        var merged = new MergedEvents(group.Streams.Values, EventPosition.StartOf(from), EventPosition.EndOf(to));
        var read = new List<EventPosition>();
        while (merged.TryPeek(out var next))
        {
            Assert.Contains(next.Event.Position, Positions(next.Stream.Events));
            read.Add(next.Event.Position);
            merged.Skip();
        }

        var all = group.Streams.Values.SelectMany(stream => Positions(stream.Events));
        Assert.Equal(all.Where(position => position.Timestamp >= from && position.Timestamp <= to).Order(), read);
    }

    private static EventPosition[] Positions(EventSnapshot events) =>
        [.. Enumerable.Range(0, events.Count).Select(i => events[i].Position)];
}
