using System.IO.Compression;

namespace FlowLogs.Samples;

/// <summary>A file that is either written whole or not there.</summary>
internal static class SampleFile
{
    /// <summary>Makes the file and writes it.</summary>
    /// <exception cref="FlowLogException">
    /// <c>FileExists</c>, <c>PathNotFound</c>, <c>PathAccessDenied</c>, <c>PathNotWritable</c>.
    /// </exception>
    public static T Write<T>(string path, bool overwrite, Func<Stream, T> write)
    {
        var isOpen = false;
        try
        {
            // CreateNew and not a look before: another program may make the file in between.
            using var file = new FileStream(path, overwrite ? FileMode.Create : FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 1);
            isOpen = true;
            using var output = IsGzip(path) ? new GZipStream(file, CompressionLevel.Fastest) : (Stream)file;
            return write(output);
        }
        catch (Exception e)
        {
            if (isOpen && (!overwrite || IsFile(path)))
                File.Delete(path);
            if (e is IOException or UnauthorizedAccessException)
                throw Describe(path, overwrite, e);
            throw;
        }
    }

    private static bool IsGzip(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    // A device, such as /dev/null, may be written over but is not to be deleted. It has no length.
    private static bool IsFile(string path) => new FileInfo(path) is { Exists: true, Length: > 0 };

    private static FlowLogException Describe(string path, bool overwrite, Exception error) => error switch
    {
        DirectoryNotFoundException => new("PathNotFound", FlowErrorKind.NotFound, $"There is no folder for {path}.", path, error),
        UnauthorizedAccessException => new("PathAccessDenied", FlowErrorKind.PermissionDenied, $"Access to {path} is denied.", path, error),
        _ when !overwrite && File.Exists(path) => new("FileExists", FlowErrorKind.AlreadyExists, $"{path} is there already.", path, error),
        _ => new("PathNotWritable", FlowErrorKind.WriteError, $"{path} cannot be written: {error.Message}", path, error),
    };
}
