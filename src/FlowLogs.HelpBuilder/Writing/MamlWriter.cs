using System.Xml.Linq;
using FlowLogs.HelpBuilder.Pages;

namespace FlowLogs.HelpBuilder.Writing;

/// <summary>Turns pages into the document that Get-Help reads.</summary>
internal static class MamlWriter
{
    // Titles are drawn out with dashes to what a terminal of 80 columns has room for.
    private const int TitleWidth = 75;

    /// <summary>The document with all pages, in the order given.</summary>
    public static XDocument Write(IEnumerable<HelpPage> pages) =>
        new(new XElement(Maml.HelpItems + "helpItems", new XAttribute("schema", "maml"), pages.Select(WriteCommand)));

    private static XElement WriteCommand(HelpPage page) =>
        new(Maml.Command + "command",
            Maml.Prefixes,
            WriteDetails(page),
            Maml.Description(page.Description),
            new XElement(
                Maml.Command + "syntax",
                page.Syntax.Select(form => ParameterWriter.WriteSyntaxItem(page, form))),
            new XElement(Maml.Command + "parameters", page.Parameters.Select(ParameterWriter.WriteParameter)),
            new XElement(Maml.Command + "inputTypes", page.Inputs.Select(type => WriteType("inputType", type))),
            new XElement(Maml.Command + "returnValues", page.Outputs.Select(type => WriteType("returnValue", type))),
            page.Notes.Count > 0
                ? new XElement(Maml.Text + "alertSet", Maml.Paragraphs(Maml.Text + "alert", page.Notes))
                : null,
            new XElement(Maml.Command + "examples", page.Examples.Select(WriteExample)),
            new XElement(Maml.Command + "relatedLinks", WriteLinks(page)));

    private static XElement WriteDetails(HelpPage page)
    {
        var hyphen = page.Name.IndexOf('-', StringComparison.Ordinal);
        return new(Maml.Command + "details",
            new XElement(Maml.Command + "name", page.Name),
            new XElement(Maml.Command + "verb", page.Name[..Math.Max(hyphen, 0)]),
            new XElement(Maml.Command + "noun", page.Name[(hyphen + 1)..]),
            Maml.Description(page.Synopsis));
    }

    private static XElement WriteType(string element, HelpType type) =>
        new(Maml.Command + element, Maml.Type(type.Name), Maml.Description(type.Description));

    private static XElement WriteExample(HelpExample example)
    {
        var dashes = new string('-', Math.Max(4, (TitleWidth - example.Title.Length - 2) / 2));
        return new(Maml.Command + "example",
            new XElement(Maml.Text + "title", $"{dashes} {example.Title} {dashes}"),
            WriteIntroduction(example),
            new XElement(Maml.Dev + "code", example.Code),
            WriteRemarks(example));
    }

    // Get-Help puts nothing between the paragraphs of an introduction, nor between it and the code: the empty lines have
    // to be part of a single paragraph.
    private static XElement? WriteIntroduction(HelpExample example) => example.Introduction.Count > 0
        ? Maml.Paragraphs(Maml.Text + "introduction", [string.Join("\n\n", example.Introduction) + "\n\n"])
        : null;

    // An empty paragraph at the end keeps the next example's title off the text; an empty list would indent that title.
    private static XElement? WriteRemarks(HelpExample example) => example.Remarks.Count > 0
        ? Maml.Paragraphs(Maml.Dev + "remarks", example.Remarks.Append(""))
        : null;

    private static IEnumerable<XElement> WriteLinks(HelpPage page)
    {
        // Get-Help -Online opens the first address that it finds.
        if (page.OnlineVersion is not null)
            yield return WriteLink(new("Online version:", page.OnlineVersion));
        foreach (var link in page.RelatedLinks)
            yield return WriteLink(link);
    }

    private static XElement WriteLink(HelpLink link) =>
        new(Maml.Text + "navigationLink",
            new XElement(Maml.Text + "linkText", link.Text),
            new XElement(Maml.Text + "uri", link.Address));
}
