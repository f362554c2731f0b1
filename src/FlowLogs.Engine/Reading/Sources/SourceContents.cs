namespace FlowLogs.Reading;

/// <summary>Opens the contents of a source: text, gzip, zstd or Parquet, told by the first bytes and not by the name.</summary>
internal static class SourceContents
{
    // Gzip in gzip is what Firehose makes of a subscription's payloads when it is told to compress.
    private const int MaxLayers = 2;

    /// <summary>Opens a source for reading from its beginning to its end.</summary>
    /// <exception cref="FlowLogException">What <see cref="Describe"/> gives.</exception>
    public static SourceBatches Open(FlowSource source, FlowReadOptions options)
    {
        Stream? raw = null;
        try
        {
            raw = source.Open();
            var budget = new InflationBudget(source.Name, options.MaxInflatedLength);
            Span<byte> head = stackalloc byte[4];
            if (raw.CanSeek)
            {
                head = head[..raw.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
                raw.Position = 0;
            }
            else
            {
                var whole = new HeadStream(raw);
                raw = whole;
                head = whole.Head.ToArray();
            }

            if (head.SequenceEqual("PAR1"u8) || head.SequenceEqual("PARE"u8))
                return new ParquetBatches(source, options, raw, budget);
            var isInflated = false;
            for (var layer = 0; layer < MaxLayers && Inflate(raw, head, source, options.Parts, budget) is { } inflated; layer++)
            {
                isInflated = true;
                raw = inflated;
                var whole = new HeadStream(inflated);
                raw = whole;
                head = whole.Head.ToArray();
            }

            return new TextBatches(source, options, source.ReadsAhead && isInflated ? new ReadAheadStream(raw) : raw);
        }
        catch (Exception e) when (IsOfReading(e))
        {
            raw?.Dispose();
            throw Describe(source, e);
        }
    }

    /// <summary>Whether it begins as gzip does.</summary>
    public static bool IsGzip(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);

    /// <summary>Whether an exception says that a source cannot be read.</summary>
    public static bool IsOfReading(Exception error) =>
        error is IOException or InvalidDataException or UnauthorizedAccessException or FlowLogException;

    /// <summary>What an exception of opening or reading a source means.</summary>
    public static FlowLogException Describe(FlowSource source, Exception error) =>
        error as FlowLogException ?? source.Describe(error);

    // Null where it is not compressed.
    private static InflatedStream? Inflate(Stream raw, ReadOnlySpan<byte> head, FlowSource source, FlowReadParts parts, InflationBudget budget)
    {
        if (IsGzip(head))
            return new InflatedStream(new CheckedGzipStream(raw), "Gzip", source.Name, budget);
        if (!IsZstd(head))
            return null;
        var zstd = parts.Zstd ?? throw new FlowLogException(
            "ZstdNotSupported",
            FlowErrorKind.InvalidData,
            $"{source.Name} is a zstd file, and nothing is there that reads it.",
            source.Name);
        return new InflatedStream(zstd().Inflate(raw), "Zstd", source.Name, budget);
    }

    // A frame, or one to be skipped, of which there are sixteen kinds (RFC 8878, 3.1).
    private static bool IsZstd(ReadOnlySpan<byte> head) =>
        head.SequenceEqual((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD])
        || (head.Length == 4 && head[0] >> 4 == 5 && head[1..].SequenceEqual((ReadOnlySpan<byte>)[0x2A, 0x4D, 0x18]));
}
