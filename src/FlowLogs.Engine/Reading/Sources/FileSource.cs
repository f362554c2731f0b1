namespace FlowLogs.Reading;

/// <summary>A file.</summary>
/// <param name="path">Its path.</param>
/// <param name="isOnly">Whether no other one is read.</param>
internal sealed class FileSource(string path, bool isOnly = false) : FlowSource
{
    private const int SmallLength = 1024 * 1024;

    public override string Name => path;

    public override bool IsSmall => new FileInfo(path) is not { Exists: true, Length: > SmallLength };

    public override bool ReadsAhead => isOnly;

    public override Stream Open() =>
        new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1, FileOptions.SequentialScan);

    public override FlowLogException Describe(Exception error) => Describe(path, error);

    /// <summary>What an error of the file system or of the decompression means.</summary>
    public static FlowLogException Describe(string path, Exception error) => error switch
    {
        FlowLogException known => known,
        FileNotFoundException or DirectoryNotFoundException =>
            new("PathNotFound", FlowErrorKind.NotFound, $"There is no file {path}.", path, error),
        UnauthorizedAccessException =>
            new("PathAccessDenied", FlowErrorKind.PermissionDenied, $"Access to {path} is denied.", path, error),
        _ => new("PathNotReadable", FlowErrorKind.ReadError, $"{path} cannot be read: {error.Message}", path, error),
    };
}
