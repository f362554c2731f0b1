using FlowLogs.Reading;

namespace FlowLogs.Cloud.Events;

/// <summary>Tells how far a range has been read.</summary>
internal sealed class RangeProgress(long from, long to, ReadTally tally)
{
    // Where the range has no start, it is known when the first event has come.
    private long? _begin = from == 0 ? null : from;

    public void Report(TimeSlice slice, List<CloudLogEvent> events)
    {
        if (_begin is null && events.Count > 0)
            _begin = events[0].Timestamp;
        if (_begin is { } begin)
            tally.Share = Math.Clamp((double)(slice.To - begin + 1) / (to - begin + 1), 0, 1);
    }
}
