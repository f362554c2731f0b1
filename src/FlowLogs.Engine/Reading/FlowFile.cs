using System.IO.Compression;

namespace FlowLogs.Reading;

/// <summary>Opens files of flow logs: text, or gzip, which is told by its first bytes and not by its name.</summary>
internal static class FlowFile
{
    /// <summary>Opens a file for reading from its beginning to its end.</summary>
    /// <exception cref="FlowLogException"><c>PathNotFound</c>, <c>PathAccessDenied</c>, <c>PathNotReadable</c>.</exception>
    public static Stream Open(string path)
    {
        try
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1, FileOptions.SequentialScan);
            Span<byte> head = stackalloc byte[4];
            head = head[..ReadHead(file, head)];
            if (head.SequenceEqual("PAR1"u8))
            {
                file.Dispose();
                throw new FlowLogException("ParquetNotSupported", FlowErrorKind.InvalidData, $"{path} is a Parquet file; these are not read yet.", path);
            }

            return IsGzip(head) ? OpenInflated(new CheckedGzipStream(file)) : file;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw Describe(path, e);
        }
    }

    /// <summary>Whether it begins as gzip does.</summary>
    public static bool IsGzip(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);

    /// <summary>What an error of the file system or of the decompression means.</summary>
    public static FlowLogException Describe(string path, Exception error) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException =>
            new("PathNotFound", FlowErrorKind.NotFound, $"There is no file {path}.", path, error),
        UnauthorizedAccessException =>
            new("PathAccessDenied", FlowErrorKind.PermissionDenied, $"Access to {path} is denied.", path, error),
        InvalidDataException =>
            new("InvalidGzip", FlowErrorKind.InvalidData, $"{path} is not a whole gzip file: {error.Message}", path, error),
        _ => new("PathNotReadable", FlowErrorKind.ReadError, $"{path} cannot be read: {error.Message}", path, error),
    };

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
    private static int ReadHead(FileStream file, Span<byte> head)
    {
        if (!file.CanSeek)
            return 0;
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return read;
    }
}
