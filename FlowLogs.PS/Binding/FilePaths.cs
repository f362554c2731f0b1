using System.Management.Automation;
using FlowLogs.PS.Runtime;

namespace FlowLogs.PS.Binding;

/// <summary>Turns PowerShell paths into paths of files. A path that leads nowhere is an error, and the others go on.</summary>
internal static class FilePaths
{
    /// <summary>Paths that may have wildcards.</summary>
    public static IReadOnlyList<string> Resolve(FlowCommand command, IEnumerable<string> paths) =>
        Collect(command, paths, path =>
        {
            var found = command.GetResolvedProviderPathFromPSPath(path, out var provider);
            return (found, provider);
        });

    /// <summary>Paths in which no character is special.</summary>
    public static IReadOnlyList<string> ResolveLiteral(FlowCommand command, IEnumerable<string> paths) =>
        Collect(command, paths, path =>
        {
            var found = command.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
            return ([found], provider);
        });

    private static List<string> Collect(
        FlowCommand command,
        IEnumerable<string> paths,
        Func<string, (IReadOnlyCollection<string> Found, ProviderInfo Provider)> resolve)
    {
        var all = new List<string>();
        foreach (var path in paths)
        {
            try
            {
                var (found, provider) = resolve(path);
                if (provider.Name == "FileSystem")
                {
                    all.AddRange(found);
                    if (found.Count == 0)
                        command.Write(NotFound(path, null));
                    continue;
                }

                command.Write(new FlowLogException(
                    "PathNotFileSystem", FlowErrorKind.InvalidArgument, $"{path} is not a path of the file system but of the provider {provider.Name}.", path));
            }
            catch (Exception e) when (e is ItemNotFoundException or System.Management.Automation.DriveNotFoundException or ProviderNotFoundException)
            {
                command.Write(NotFound(path, e));
            }
        }

        return all;
    }

    private static FlowLogException NotFound(string path, Exception? cause) =>
        new("PathNotFound", FlowErrorKind.NotFound, $"There is no file {path}.", path, cause);
}
