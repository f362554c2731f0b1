using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace FlowLogs.HelpBuilder.Reading;

/// <summary>The title of a page and its sections.</summary>
internal sealed class PageOutline
{
    private static readonly string[] SectionTitles =
    [
        "SYNOPSIS", "SYNTAX", "DESCRIPTION", "EXAMPLES", "PARAMETERS", "INPUTS", "OUTPUTS", "NOTES", "RELATED LINKS",
    ];

    private readonly Dictionary<string, Section> _sections = new(StringComparer.Ordinal);

    private PageOutline(string title) => Title = title;

    /// <summary>The page's title, which is the cmdlet's name.</summary>
    public string Title { get; }

    /// <summary>A section; an empty one where the page lacks it, which is reported already.</summary>
    public Section this[string title] => _sections.GetValueOrDefault(title) ?? new(title, 0, []);

    /// <summary>Finds the title and the sections and reports those that are missing, unknown or there twice.</summary>
    public static PageOutline Read(MarkdownDocument document, string pageName, Prose prose, ProblemReport report)
    {
        var titles = Section.Split(document, 1, prose);
        var outline = new PageOutline(titles.Count > 0 ? titles[0].Title : pageName);
        var line = titles.Count > 0 ? titles[0].Line : 1;

        if (titles.Count == 0)
            report.Add(line, ProblemCode.Title, $"The page has no title; it should be '# {pageName}'.");
        else if (outline.Title != pageName)
            report.Add(line, ProblemCode.Title, $"The title is '{outline.Title}', but the page is named '{pageName}'.");
        foreach (var extra in titles.Skip(1))
            report.Add(extra.Line, ProblemCode.Heading, $"A page has one title; '{extra.Title}' is another.");

        foreach (var section in Section.Split(document, 2, prose))
            outline.Add(section, report);
        foreach (var missing in SectionTitles.Where(title => !outline[title].Exists))
            report.Add(line, ProblemCode.Missing, $"The section '## {missing}' is missing.");

        foreach (var block in document.TakeWhile(block => block is not HeadingBlock { Level: 2 }))
        {
            if (block is not (HeadingBlock { Level: 1 } or YamlFrontMatterBlock))
                report.Add(block, ProblemCode.Heading, "There is text before the first section.");
        }
        return outline;
    }

    private void Add(Section section, ProblemReport report)
    {
        if (!SectionTitles.Contains(section.Title))
            report.Add(section.Line, ProblemCode.Heading, $"A page has no section '{section.Title}'.");
        else if (!_sections.TryAdd(section.Title, section))
            report.Add(section.Line, ProblemCode.Heading, $"The section '{section.Title}' is there twice.");
    }
}
