namespace FlowLogs.Reading;

/// <summary>Opens files of flow logs: text, or gzip, which is told by its first two bytes and not by its name.</summary>
internal static class FlowFile
{
    /// <summary>Opens a file for reading from its beginning to its end.</summary>
    /// <exception cref="FlowLogException"><c>PathNotFound</c>, <c>PathAccessDenied</c>, <c>PathNotReadable</c>.</exception>
    public static Stream Open(string path)
    {
        try
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1, FileOptions.SequentialScan);
            return IsGzip(file) ? new CheckedGzipStream(file) : file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Describe(path, e);
        }
    }

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

    private static bool IsGzip(FileStream file)
    {
        if (!file.CanSeek)
            return false;
        Span<byte> magic = stackalloc byte[2];
        var read = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false);
        file.Position = 0;
        return read == 2 && magic[0] == 0x1F && magic[1] == 0x8B;
    }
}
