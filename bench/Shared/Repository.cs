namespace FlowLogs.Bench.Shared;

/// <summary>Where things lie in the repository that the program was built in.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The part of docs/performance.md that a program writes; <c>FlowLogs.Bench --page</c> puts the parts together.</summary>
    public static string Part(string name) => Path.Combine(Root, "out", "bench", name + ".md");

    /// <summary>Writes a part of the page.</summary>
    public static void WritePart(string name, string text)
    {
        var path = Part(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        Console.WriteLine(path);
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "FlowLogs.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("FlowLogs.slnx is not above the program.");
        return folder;
    }
}
