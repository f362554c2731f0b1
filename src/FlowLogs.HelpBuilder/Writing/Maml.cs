using System.Xml.Linq;

namespace FlowLogs.HelpBuilder.Writing;

/// <summary>The namespaces of a help file. Get-Help looks at the prefixes too, so they are the usual ones.</summary>
internal static class Maml
{
    public static readonly XNamespace HelpItems = "http://msh";
    public static readonly XNamespace Text = "http://schemas.microsoft.com/maml/2004/10";
    public static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    public static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>The declarations that bind the prefixes.</summary>
    public static IEnumerable<XAttribute> Prefixes =>
    [
        new(XNamespace.Xmlns + "maml", Text.NamespaceName),
        new(XNamespace.Xmlns + "command", Command.NamespaceName),
        new(XNamespace.Xmlns + "dev", Dev.NamespaceName),
    ];

    /// <summary>An element that holds paragraphs.</summary>
    public static XElement Paragraphs(XName name, IEnumerable<string> paragraphs) =>
        new(name, paragraphs.Select(paragraph => new XElement(Text + "para", paragraph)));

    /// <summary>A <c>maml:description</c>.</summary>
    public static XElement Description(IEnumerable<string> paragraphs) => Paragraphs(Text + "description", paragraphs);

    /// <summary>A <c>dev:type</c>.</summary>
    public static XElement Type(string name) => new(Dev + "type", new XElement(Text + "name", name));
}
