using FlowLogs.HelpBuilder.Pages;
using Markdig;

namespace FlowLogs.HelpBuilder.Reading;

/// <summary>Reads one page in platyPS's layout (schema 2.0.0).</summary>
internal static class PageReader
{
    private static readonly MarkdownPipeline Pipeline =
        // Tables are only recognized to be refused: without that they would run together into one line.
        new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().Build();

    /// <summary>Reads a page. Where there are problems, the page is as much as could be read.</summary>
    /// <param name="path">The page's path; its file name has to be the cmdlet's name.</param>
    /// <param name="text">What the page says.</param>
    /// <param name="helpFileName">The name of the file that the page goes into.</param>
    /// <param name="report">Gets the problems.</param>
    public static HelpPage Read(string path, string text, string helpFileName, ProblemReport report)
    {
        FindControlCharacters(text, report);
        var document = Markdown.Parse(text, Pipeline);
        var prose = new Prose(report);
        var outline = PageOutline.Read(document, Path.GetFileNameWithoutExtension(path), prose, report);

        var page = new HelpPage
        {
            Name = outline.Title,
            OnlineVersion = FrontMatter.ReadOnlineVersion(document, helpFileName, report),
            Synopsis = Text("SYNOPSIS"),
            Description = Text("DESCRIPTION"),
            Syntax = SyntaxReader.Read(outline["SYNTAX"], outline.Title, prose, report),
            Parameters = ParameterReader.Read(outline["PARAMETERS"], prose, report),
            Examples = ExampleReader.Read(outline["EXAMPLES"], prose, report),
            Inputs = Types("INPUTS"),
            Outputs = Types("OUTPUTS"),
            Notes = prose.Read(outline["NOTES"].Blocks),
            RelatedLinks = LinkReader.Read(outline["RELATED LINKS"], prose, report),
        };
        // Where a part could not be read, comparing it with the others would only make noise.
        if (!report.HasProblems)
            SyntaxCheck.Compare(page, report);
        return page;

        IReadOnlyList<string> Text(string title)
        {
            var section = outline[title];
            if (section.Blocks.Count == 0 && section.Exists)
                report.Add(section.Line, ProblemCode.Missing, $"{title} is empty.");
            return prose.Read(section.Blocks);
        }

        IReadOnlyList<HelpType> Types(string title)
        {
            var section = outline[title];
            var types = section.SectionsAt(3, prose);
            if ((types.Count == 0 || section.BlocksBefore(3).Count > 0) && section.Exists)
                report.Add(section.Line, ProblemCode.Missing, $"{title} needs '### type name', or '### None', first.");
            return [.. types.Select(type => new HelpType(type.Title, prose.Read(type.Blocks)))];
        }
    }

    // XML has no way to write them.
    private static void FindControlCharacters(string text, ProblemReport report)
    {
        foreach (var (index, line) in text.Split('\n').Index())
        {
            if (line.Any(character => char.IsControl(character) && character is not ('\t' or '\r')))
                report.Add(index + 1, ProblemCode.Markdown, "There is a control character in this line.");
        }
    }
}
