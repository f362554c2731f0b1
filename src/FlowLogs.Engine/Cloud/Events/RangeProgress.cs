using FlowLogs.Reading;

namespace FlowLogs.Cloud.Events;

/// <summary>Tells how far a range has been read.</summary>
internal sealed class RangeProgress(long from, long to, ReadTally tally)
{
    // Where the range has no start, it is known when the first event has come.
    private long? _begin = from == 0 ? null : from;

    /// <param name="slice">The slice that is done.</param>
    /// <param name="events">Its events, if it could be read.</param>
    public void Report(TimeSlice slice, SliceEvents? events)
    {
        if (_begin is null && events?.Count > 0)
            _begin = events.First;
        if (_begin is { } begin)
            tally.Share = Math.Clamp((double)(slice.To - begin + 1) / (to - begin + 1), 0, 1);
    }
}
