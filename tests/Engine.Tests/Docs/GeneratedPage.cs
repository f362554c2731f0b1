using System.Text.RegularExpressions;

namespace FlowLogs.Tests.Docs;

/// <summary>Pages of the documentation that are made, in whole or in part, from what the engine says.</summary>
internal static partial class GeneratedPage
{
    private const string UpdateVariable = "FLOWLOGS_UPDATE_DOCS";

    /// <summary>The folder of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Fails where a page is not what it should be; with FLOWLOGS_UPDATE_DOCS=1 it is written instead.</summary>
    /// <param name="path">The page, from the repository's folder.</param>
    /// <param name="refresh">Gives the page as it should be, from the page as it is.</param>
    public static void Check(string path, Func<string, string> refresh)
    {
        var file = Path.Combine(Root, path);
        var page = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        var fresh = refresh(page);
        if (page == fresh)
            return;
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            File.WriteAllText(file, fresh);
            return;
        }
        var (number, stale, expected) = FirstDifference(page, fresh);
        Assert.Fail(
            $"{path} is stale from line {number} on.\n  It says: {stale}\n  It should say: {expected}\n"
            + $"Run this test with {UpdateVariable}=1 to make it anew, and look at what has changed.");
    }

    /// <summary>A page with all its generated blocks made anew.</summary>
    /// <param name="page">The page.</param>
    /// <param name="blocks">The content of each block, by its name.</param>
    /// <exception cref="InvalidDataException">The page has other blocks, or one twice.</exception>
    public static string Refresh(string page, IReadOnlyDictionary<string, Func<string>> blocks)
    {
        var missing = blocks.Keys.ToHashSet();
        var refreshed = Block().Replace(page, match =>
        {
            var name = match.Groups["name"].Value;
            if (!missing.Remove(name))
                throw new InvalidDataException($"There is no block '{name}', or the page has it twice.");
            return $"<!-- generated: {name} -->\n{blocks[name]()}<!-- end -->";
        });
        if (missing.Count > 0)
            throw new InvalidDataException($"The page has no place for: {string.Join(", ", missing)}.");
        return refreshed;
    }

    private static (int Number, string Stale, string Expected) FirstDifference(string page, string fresh)
    {
        var old = page.Split('\n');
        var now = fresh.Split('\n');
        var i = 0;
        while (i < old.Length && i < now.Length && old[i] == now[i])
            i++;
        return (i + 1, i < old.Length ? old[i] : "nothing", i < now.Length ? now[i] : "nothing");
    }

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "FlowLogs.slnx")))
                return folder;
        }
        throw new DirectoryNotFoundException("The tests do not lie below a folder with FlowLogs.slnx.");
    }

    [GeneratedRegex(
        "<!-- generated: (?<name>[a-z-]+) -->.*?<!-- end -->",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Block();
}
