using FlowLogs.HelpBuilder.Pages;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FlowLogs.HelpBuilder.Reading;

/// <summary>Reads RELATED LINKS: paragraphs or lists that hold links and nothing else.</summary>
internal static class LinkReader
{
    /// <summary>Reads the section.</summary>
    public static IReadOnlyList<HelpLink> Read(Section section, Prose prose, ProblemReport report)
    {
        var links = new List<HelpLink>();
        foreach (var paragraph in section.Blocks.SelectMany(Paragraphs))
        {
            foreach (var inline in paragraph.Inline ?? Enumerable.Empty<Inline>())
            {
                if (inline is LinkInline { IsImage: false } link)
                    links.Add(new(prose.ReadInlines(link), Prose.IsOnline(link.Url) ? link.Url : null));
                else if (!IsBlank(inline))
                    report.Add(inline, ProblemCode.Link, "Only links belong here: '[text](address)'.");
            }
        }
        foreach (var block in section.Blocks.Where(block => !MayHoldLinks(block)))
            report.Add(block, ProblemCode.Link, "Related links are paragraphs or lists of links.");
        return links;
    }

    private static bool IsBlank(Inline inline) =>
        inline is LineBreakInline || (inline is LiteralInline literal && literal.Content.IsEmptyOrWhitespace());

    private static bool MayHoldLinks(Block block) =>
        block is ParagraphBlock or ListBlock or LinkReferenceDefinitionGroup;

    private static IEnumerable<ParagraphBlock> Paragraphs(Block block) => block switch
    {
        ParagraphBlock paragraph => [paragraph],
        ListBlock list => list.Descendants<ParagraphBlock>(),
        _ => [],
    };
}
