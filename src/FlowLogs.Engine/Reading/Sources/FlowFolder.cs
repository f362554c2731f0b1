namespace FlowLogs.Reading;

/// <summary>Finds the files in a folder.</summary>
internal static class FlowFolder
{
    // Hidden files are other programs' business.
    private static readonly EnumerationOptions Visible = new()
    {
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
        IgnoreInaccessible = false,
    };

    /// <summary>
    /// The files of a folder by name, and with <paramref name="recurse"/> those of the folders in it; a path that is no
    /// folder gives itself. A folder that cannot be listed gives a problem, and the next one goes on.
    /// </summary>
    public static IEnumerable<(string Path, FlowLogException? Problem)> Expand(string path, bool recurse)
    {
        if (!Directory.Exists(path))
        {
            yield return (path, null);
            yield break;
        }

        string[] files = [];
        string[] folders = [];
        FlowLogException? problem = null;
        try
        {
            files = Directory.GetFiles(path, "*", Visible);
            folders = recurse ? Directory.GetDirectories(path, "*", Visible) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = FileSource.Describe(path, e);
        }

        if (problem is not null)
            yield return (path, problem);
        foreach (var file in files.Order(StringComparer.Ordinal))
            yield return (file, null);
        foreach (var folder in folders.Order(StringComparer.Ordinal))
        {
            foreach (var found in Expand(folder, recurse))
                yield return found;
        }
    }
}
