using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace FlowLogs.HelpBuilder.Reading;

/// <summary>The block between <c>---</c> at the head of a page.</summary>
internal static class FrontMatter
{
    private const string HelpFile = "external help file";
    private const string Module = "Module Name";
    private const string Online = "online version";
    private const string Schema = "schema";

    private static readonly string[] Keys = [HelpFile, Module, Online, Schema];

    /// <summary>Checks the front matter and returns the page's address on the web, if it gives one.</summary>
    public static string? ReadOnlineVersion(MarkdownDocument document, string helpFileName, ProblemReport report)
    {
        if (document.FirstOrDefault() is not YamlFrontMatterBlock block)
        {
            report.Add(1, ProblemCode.FrontMatter, "The page does not begin with front matter between '---'.");
            return null;
        }
        var values = YamlLine.ReadAll(block.RawLines(), block.LineNumber() + 1, Keys, report);
        Expect(HelpFile, helpFileName);
        Expect(Schema, "2.0.0");
        var address = values.GetValueOrDefault(Online);
        if (string.IsNullOrEmpty(address?.Value))
            return null;
        if (!Prose.IsOnline(address.Value))
            report.Add(address.Line, ProblemCode.FrontMatter, $"'{address.Value}' is not an address.");
        return address.Value;

        void Expect(string key, string value)
        {
            if (!values.TryGetValue(key, out var found))
                report.Add(block, ProblemCode.FrontMatter, $"'{key}: {value}' is missing.");
            else if (found.Value != value)
                report.Add(found.Line, ProblemCode.FrontMatter, $"'{key}' is '{found.Value}' instead of '{value}'.");
        }
    }
}
