namespace FlowLogs.Cloud.Events;

/// <summary>What became of a slice.</summary>
internal abstract record SliceResult
{
    private SliceResult()
    {
    }

    /// <summary>It was read to its end.</summary>
    /// <param name="Events">The events, arranged.</param>
    /// <param name="Pages">How many pages that took.</param>
    public sealed record Complete(SliceEvents Events, int Pages) : SliceResult;

    /// <summary>
    /// It was left, because it should be cut and its parts read instead. What was seen of it tells only where: to keep it
    /// would be to trust that the service gave the earliest events first.
    /// </summary>
    /// <param name="Seen">How many events were seen.</param>
    /// <param name="First">The earliest timestamp among them.</param>
    /// <param name="Last">The latest.</param>
    /// <param name="IsOverfull">Whether there were more than a slice may have; if not, there are readers without work.</param>
    public sealed record Cut(int Seen, long First, long Last, bool IsOverfull) : SliceResult;

    /// <summary>It cannot be read.</summary>
    public sealed record Failed(FlowLogException Error) : SliceResult;
}
