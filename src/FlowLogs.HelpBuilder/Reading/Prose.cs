using System.Globalization;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FlowLogs.HelpBuilder.Reading;

/// <summary>
/// Markdown as plain paragraphs. What a terminal cannot show is either dropped without loss (emphasis), written out
/// (the address of a link) or reported; nothing is lost silently.
/// </summary>
internal sealed class Prose(ProblemReport report)
{
    private const string CodeIndent = "    ";

    /// <summary>The paragraphs of some blocks.</summary>
    public IReadOnlyList<string> Read(IEnumerable<Block> blocks)
    {
        var paragraphs = new List<string>();
        foreach (var block in blocks)
        {
            switch (block)
            {
                case CodeBlock code when paragraphs.Count > 0:
                    // Help trims every paragraph. Code keeps its indentation as the end of the paragraph before it.
                    paragraphs[^1] += "\n\n" + Indent(code);
                    break;
                case CodeBlock code:
                    paragraphs.Add(Indent(code));
                    break;
                case ParagraphBlock paragraph:
                    paragraphs.Add(ReadInlines(paragraph));
                    break;
                case ListBlock list:
                    paragraphs.Add(string.Join('\n', ReadList(list)));
                    break;
                case LinkReferenceDefinitionGroup:
                    break;
                default:
                    report.Add(block, ProblemCode.Markdown, $"Help cannot show this ({Describe(block)}).");
                    break;
            }
        }
        return paragraphs;
    }

    /// <summary>The text of a paragraph or a heading.</summary>
    public string ReadInlines(LeafBlock block)
    {
        var text = new StringBuilder();
        Append(text, block.Inline);
        return text.ToString().Trim();
    }

    /// <summary>The text of a link.</summary>
    public string ReadInlines(LinkInline link)
    {
        var text = new StringBuilder();
        Append(text, link);
        return text.ToString();
    }

    /// <summary>Whether an address leads out of the help: pages link one another by file name.</summary>
    public static bool IsOnline(string? address) => Uri.IsWellFormedUriString(address, UriKind.Absolute);

    private IEnumerable<string> ReadList(ListBlock list)
    {
        var number = int.TryParse(list.OrderedStart, CultureInfo.InvariantCulture, out var start) ? start : 1;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var mark = list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{number++}. ") : "- ";
            var lead = mark;
            foreach (var line in Read(item).SelectMany(paragraph => paragraph.Split('\n')))
            {
                yield return (lead + line).TrimEnd();
                lead = new string(' ', mark.Length);
            }
        }
    }

    private static string Indent(CodeBlock code) =>
        string.Join('\n', code.RawLines().Select(line => (CodeIndent + line).TrimEnd()));

    private void Append(StringBuilder text, ContainerInline? container)
    {
        foreach (var inline in container ?? Enumerable.Empty<Inline>())
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    // The marks stay, as in PowerShell's own help: patterns and values need visible ends.
                    text.Append('`').Append(code.Content).Append('`');
                    break;
                case LineBreakInline lineBreak:
                    text.Append(lineBreak.IsHard ? '\n' : ' ');
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline autolink:
                    text.Append(autolink.Url);
                    break;
                case LinkInline { IsImage: false } link:
                    Append(text, link);
                    if (IsOnline(link.Url))
                        text.Append(" (").Append(link.Url).Append(')');
                    break;
                case EmphasisInline emphasis:
                    Append(text, emphasis);
                    break;
                default:
                    report.Add(inline, ProblemCode.Markdown, $"Help cannot show this ({Describe(inline)}).");
                    break;
            }
        }
    }

    private static string Describe(MarkdownObject thing) => thing switch
    {
        HtmlBlock => "HTML",
        HtmlInline => "HTML; code belongs between backticks",
        HeadingBlock => "a heading",
        QuoteBlock => "a quotation",
        ThematicBreakBlock => "a rule",
        LinkInline => "an image",
        _ => thing.GetType().Name,
    };
}
