using System.Text.RegularExpressions;
using FlowLogs.HelpBuilder.Pages;
using Markdig.Syntax;

namespace FlowLogs.HelpBuilder.Reading;

/// <summary>Reads SYNTAX: one block of code for each parameter set, as <c>Get-Command -Syntax</c> writes it.</summary>
internal static partial class SyntaxReader
{
    private const string CommonParameters = "[<CommonParameters>]";
    private const string DefaultMark = " (Default)";

    /// <summary>Reads the section.</summary>
    public static IReadOnlyList<SyntaxForm> Read(Section section, string command, Prose prose, ProblemReport report)
    {
        // A cmdlet without named parameter sets has its one block right under the section's heading.
        var sets = section.SectionsAt(3, prose);
        var unnamed = section.BlocksBefore(3);
        if (sets.Count == 0 && unnamed.Count > 0)
            sets = [section with { Title = ParameterFacts.AllSets }];
        else if (unnamed.Count > 0)
            report.Add(unnamed[0], ProblemCode.Syntax, "Each block of code belongs under '### set name'.");
        else if (sets.Count == 0 && section.Exists)
            report.Add(section.Line, ProblemCode.Missing, "SYNTAX is empty.");

        foreach (var twice in sets.GroupBy(SetName).Where(group => group.Count() > 1))
            report.Add(twice.Last().Line, ProblemCode.Heading, $"The parameter set '{twice.Key}' is there twice.");
        return [.. sets.Select(set => ReadForm(set, command, report))];
    }

    private static string SetName(Section set) =>
        set.Title.EndsWith(DefaultMark, StringComparison.Ordinal) ? set.Title[..^DefaultMark.Length] : set.Title;

    private static SyntaxForm ReadForm(Section set, string command, ProblemReport report)
    {
        if (set.Blocks is not [FencedCodeBlock block])
        {
            report.Add(set.Line, ProblemCode.Syntax, "A parameter set has one block of code and nothing else.");
            return new(SetName(set), set.Line, []);
        }
        var line = block.LineNumber() + 1;
        // Long lines are broken anywhere between two words.
        var text = string.Join(' ', block.RawLines().Select(part => part.Trim())).Trim();
        var end = text.IndexOf(' ', StringComparison.Ordinal);
        if ((end < 0 ? text : text[..end]) != command)
            report.Add(line, ProblemCode.Syntax, $"The syntax does not begin with '{command}'.");
        var rest = end < 0 ? "" : text[end..].Trim();
        if (rest.EndsWith(CommonParameters, StringComparison.Ordinal))
            rest = rest[..^CommonParameters.Length];
        else
            report.Add(line, ProblemCode.Syntax, $"The syntax does not end with '{CommonParameters}'.");
        return new(SetName(set), line, ReadParameters(rest.Trim(), line, report));
    }

    private static List<SyntaxParameter> ReadParameters(string text, int line, ProblemReport report)
    {
        var parameters = new List<SyntaxParameter>();
        var position = 0;
        while (position < text.Length)
        {
            var match = ParameterForm().Match(text, position);
            if (!match.Success)
            {
                report.Add(line, ProblemCode.Syntax, $"'{text[position..]}' is not a parameter.");
                break;
            }
            var type = match.Groups["type"];
            parameters.Add(new(
                match.Groups["name"].Value,
                type.Success ? type.Value : null,
                Required: match.Groups["must"].Success,
                Positional: match.Groups["bare"].Success));
            position += match.Length;
        }
        return parameters;
    }

    /// <summary>
    /// In this order: <c>[[-Name] &lt;type&gt;]</c>, <c>[-Name &lt;type&gt;]</c>, <c>[-Name] &lt;type&gt;</c>,
    /// <c>[-Name]</c>, <c>-Name &lt;type&gt;</c>, <c>-Name</c>.
    /// </summary>
    [GeneratedRegex(
        """
        \G(
          \[(?<bare>\[)-(?<name>\w+)\]\ <(?<type>[^<>]+)>\]
        | \[-(?<name>\w+)\ <(?<type>[^<>]+)>\]
        | (?<must>(?<bare>\[))-(?<name>\w+)\]\ <(?<type>[^<>]+)>
        | \[-(?<name>\w+)\]
        | (?<must>-)(?<name>\w+)(\ <(?<type>[^<>]+)>)?
        )(\ +|$)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex ParameterForm();
}
