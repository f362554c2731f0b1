using System.Globalization;
using FlowLogs.HelpBuilder.Pages;
using Markdig.Syntax;

namespace FlowLogs.HelpBuilder.Reading;

/// <summary>Reads EXAMPLES: under each <c>### Example 1: title</c> code, with text before and after it.</summary>
internal static class ExampleReader
{
    /// <summary>Reads the section.</summary>
    public static IReadOnlyList<HelpExample> Read(Section section, Prose prose, ProblemReport report)
    {
        var topics = section.SectionsAt(3, prose);
        if (section.BlocksBefore(3) is [var stray, ..])
            report.Add(stray, ProblemCode.Heading, "There is text before the first example.");
        if (topics.Count == 0 && section.Exists)
            report.Add(section.Line, ProblemCode.Missing, "There is no example.");
        return [.. topics.Select((topic, index) => ReadExample(topic, index + 1, prose, report))];
    }

    private static HelpExample ReadExample(Section topic, int number, Prose prose, ProblemReport report)
    {
        var start = string.Create(CultureInfo.InvariantCulture, $"Example {number}: ");
        if (!topic.Title.StartsWith(start, StringComparison.Ordinal))
            report.Add(topic.Line, ProblemCode.Example, $"The heading should be '{start}' and a title.");

        var before = topic.Blocks.TakeWhile(block => block is not CodeBlock).ToList();
        // A second block right after the first one is what the code prints.
        var code = topic.Blocks.Skip(before.Count).TakeWhile(block => block is CodeBlock).Cast<CodeBlock>().ToList();
        if (code.Count == 0)
            report.Add(topic.Line, ProblemCode.Example, "The example has no code.");
        return new(
            topic.Title,
            prose.Read(before),
            string.Join("\n\n", code.Select(block => string.Join('\n', block.RawLines()))),
            prose.Read(topic.Blocks.Skip(before.Count + code.Count)));
    }
}
