using System.IO.Compression;

namespace FlowLogs.Reading;

/// <summary>Opens the contents of a source: text, or gzip, which is told by its first bytes and not by its name.</summary>
internal static class SourceContents
{
    /// <summary>Opens a source for reading from its beginning to its end.</summary>
    /// <exception cref="FlowLogException">What <see cref="Describe"/> gives.</exception>
    public static Stream Open(FlowSource source)
    {
        Stream? raw = null;
        try
        {
            raw = source.Open();
            Span<byte> head = stackalloc byte[4];
            head = head[..ReadHead(raw, head)];
            if (head.SequenceEqual("PAR1"u8))
                throw new FlowLogException("ParquetNotSupported", FlowErrorKind.InvalidData, $"{source.Name} is a Parquet file; these are not read yet.", source.Name);
            return IsGzip(head) ? OpenInflated(new CheckedGzipStream(raw)) : raw;
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
    public static FlowLogException Describe(FlowSource source, Exception error) => error is InvalidDataException
        ? new("InvalidGzip", FlowErrorKind.InvalidData, $"{source.Name} is not a whole gzip file: {error.Message}", source.Name, error)
        : source.Describe(error);

    // Gzip in gzip is what Firehose makes of a subscription's payloads when it is told to compress.
    private static Stream OpenInflated(Stream inflated)
    {
        try
        {
            var whole = new HeadStream(inflated);
            return IsGzip(whole.Head) ? new GZipStream(whole, CompressionMode.Decompress) : whole;
        }
        catch
        {
            inflated.Dispose();
            throw;
        }
    }

    // Of a pipe, what was read could not be put back.
    private static int ReadHead(Stream stream, Span<byte> head)
    {
        if (!stream.CanSeek)
            return 0;
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return read;
    }
}
