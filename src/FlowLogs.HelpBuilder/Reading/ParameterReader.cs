using FlowLogs.HelpBuilder.Pages;
using Markdig.Syntax;

namespace FlowLogs.HelpBuilder.Reading;

/// <summary>Reads PARAMETERS: under each <c>### -Name</c> a text and then the facts in YAML.</summary>
internal static class ParameterReader
{
    // Get-Help prints this part itself; it is in the pages for those who read them elsewhere.
    private const string CommonParameters = "CommonParameters";

    /// <summary>Reads the section.</summary>
    public static IReadOnlyList<HelpParameter> Read(Section section, Prose prose, ProblemReport report)
    {
        var entries = section.SectionsAt(3, prose);
        if (section.BlocksBefore(3) is [var stray, ..])
            report.Add(stray, ProblemCode.Heading, "There is text before the first parameter.");
        if (section.Exists && !entries.Any(entry => entry.Title == CommonParameters))
            report.Add(section.Line, ProblemCode.Missing, $"'### {CommonParameters}' is missing.");

        var parameters = new List<HelpParameter>();
        foreach (var entry in entries.Where(entry => entry.Title != CommonParameters))
        {
            if (!entry.Title.StartsWith('-'))
                report.Add(entry.Line, ProblemCode.Heading, $"'{entry.Title}' should be '-Name'.");
            else if (parameters.Any(other => IsSame(other.Name, entry.Title[1..])))
                report.Add(entry.Line, ProblemCode.Heading, $"'{entry.Title}' is there twice.");
            else
                parameters.Add(ReadEntry(entry, prose, report));
        }
        return parameters;
    }

    private static HelpParameter ReadEntry(Section entry, Prose prose, ProblemReport report)
    {
        var description = prose.Read(entry.Blocks.TakeWhile(block => !IsYaml(block)));
        if (description.Count == 0)
            report.Add(entry.Line, ProblemCode.Missing, $"{entry.Title} has no description.");

        var facts = new List<ParameterFacts>();
        foreach (var block in entry.Blocks.SkipWhile(block => !IsYaml(block)))
        {
            if (block is FencedCodeBlock yaml && IsYaml(block))
                facts.Add(FactsReader.Read(yaml, report));
            else
                report.Add(block, ProblemCode.Heading, "The text of a parameter belongs before its YAML.");
        }
        if (facts.Count == 0)
            report.Add(entry.Line, ProblemCode.Missing, $"{entry.Title} has no YAML block.");
        return new(entry.Title[1..], entry.Line, description, facts);
    }

    private static bool IsSame(string name, string other) =>
        string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

    private static bool IsYaml(Block block) => block is FencedCodeBlock { Info: "yaml" };
}
