namespace FlowLogs.Reading;

/// <summary>
/// What one source may become when it is inflated: a small file can claim to be endless. Counts, and ends the reading with
/// <c>InflatedTooLarge</c>.
/// </summary>
/// <param name="sourceName">The source's name, for the message.</param>
/// <param name="limit">The most bytes, of text or of what Parquet holds.</param>
public sealed class InflationBudget(string sourceName, long limit)
{
    /// <summary>What part of the limit may be in memory at a time, where a format needs whole pieces in memory.</summary>
    private const int MemoryShare = 64;

    private long _inflated;
    private long _held;

    /// <summary>How many bytes may still come out.</summary>
    public long Left => limit - _inflated;

    /// <summary>Counts bytes that came out.</summary>
    /// <exception cref="FlowLogException"><c>InflatedTooLarge</c>: more than the limit have come.</exception>
    public void Add(long bytes)
    {
        _inflated += bytes;
        if (_inflated > limit)
            throw TooLarge($"has more than {limit:N0} bytes when it is inflated");
    }

    /// <summary>Asks for memory for a piece that must be in memory whole.</summary>
    /// <param name="bytes">Its size; negative to give it back.</param>
    /// <exception cref="FlowLogException"><c>InflatedTooLarge</c>: such pieces would take more than a 64th of the limit.</exception>
    public void Hold(long bytes)
    {
        if (bytes > 0 && _held + bytes > limit / MemoryShare)
            throw TooLarge($"needs more than {limit / MemoryShare:N0} bytes of memory at a time");
        _held += bytes;
    }

    private FlowLogException TooLarge(string what) => new(
        "InflatedTooLarge",
        FlowErrorKind.LimitExceeded,
        $"{sourceName} {what}, which no flow log should; it is not read any further. If it is right, read it with a -MaxInflatedSize of more than {limit:N0}.",
        sourceName);
}
