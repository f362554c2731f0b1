using FlowLogs.HelpBuilder.Pages;
using FlowLogs.HelpBuilder.Reading;
using FlowLogs.HelpBuilder.Writing;

namespace FlowLogs.HelpBuilder;

/// <summary>One run: all pages of a folder into one help file.</summary>
internal static class HelpBuild
{
    /// <summary>
    /// Reads the pages and writes the help file. Nothing is written as long as a page has a problem, nor when the file
    /// already holds what would be written.
    /// </summary>
    /// <param name="folder">The folder with one Markdown page per cmdlet.</param>
    /// <param name="output">The help file. Its name is the one that the pages' front matter has to give.</param>
    /// <param name="errors">Gets one line for each problem, in the form that MSBuild understands.</param>
    /// <returns>Whether there was no problem.</returns>
    public static bool Run(string folder, string output, TextWriter errors)
    {
        var problems = new List<HelpProblem>();
        var pages = ReadPages(folder, Path.GetFileName(output), problems);
        if (problems.Count == 0)
        {
            HelpFile.WriteIfChanged(output, MamlWriter.Write(pages));
            return true;
        }
        foreach (var problem in problems.OrderBy(item => item.File, StringComparer.Ordinal).ThenBy(item => item.Line))
            errors.WriteLine(problem);
        return false;
    }

    private static List<HelpPage> ReadPages(string folder, string helpFileName, List<HelpProblem> problems)
    {
        var pages = new List<HelpPage>();
        // Ordinal order, so that the same pages give the same file everywhere.
        string[] paths = Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal)]
            : [];
        if (paths.Length == 0)
            problems.Add(new(folder, 1, ProblemCode.NoPages, "There are no help pages (*.md) in this folder."));
        foreach (var path in paths)
        {
            var report = new ProblemReport(path, problems);
            pages.Add(PageReader.Read(path, File.ReadAllText(path), helpFileName, report));
        }
        return pages;
    }
}
