namespace FlowLogs.Shell;

/// <summary>Where the built module lies.</summary>
internal static class ModuleLocation
{
    private const string Variable = "FLOWLOGS_MODULE";
    private const string ModuleName = "FlowLogs";

    /// <summary>
    /// The folder that holds the module's folder, as <c>PSModulePath</c> takes it: of what <c>FLOWLOGS_MODULE</c> names,
    /// else <c>out</c> of the repository that this program was built in. A module that is not built yet is no error:
    /// the script may be the one that builds it.
    /// </summary>
    /// <exception cref="UsageException"><c>FLOWLOGS_MODULE</c> names no such module.</exception>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } chosen)
        {
            string folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(chosen));
            bool isModule = string.Equals(Path.GetFileName(folder), ModuleName, StringComparison.OrdinalIgnoreCase)
                && File.Exists(Path.Combine(folder, ModuleName + ".psd1"));
            return isModule
                ? Path.GetDirectoryName(folder)
                : throw new UsageException($"{Variable} must name a folder '{ModuleName}' with {ModuleName}.psd1 in it; '{chosen}' is none.");
        }

        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, ModuleName + ".slnx")))
            {
                return Path.Combine(folder.FullName, "out");
            }
        }

        return null;
    }
}
