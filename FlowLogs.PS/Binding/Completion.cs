using System.Management.Automation;
using System.Management.Automation.Language;

namespace FlowLogs.PS.Binding;

/// <summary>What all completers share.</summary>
internal static class Completion
{
    /// <summary>The values that begin with what was typed, sorted, in quotes where they need them.</summary>
    public static IEnumerable<CompletionResult> Matching(IEnumerable<string> values, string? typed) =>
        Matching(values.Select(static value => (value, value)), typed);

    /// <summary>The same for values that have a text to explain them, or an empty one where they need none.</summary>
    public static IEnumerable<CompletionResult> Matching(IEnumerable<(string Value, string Tip)> values, string? typed)
    {
        var pattern = Beginning((typed ?? string.Empty).Trim('\'', '"'));
        return values.DistinctBy(static item => item.Value, StringComparer.Ordinal)
            .Where(item => pattern.IsMatch(item.Value))
            .OrderBy(static item => item.Value, StringComparer.Ordinal)
            .Select(static item => new CompletionResult(
                Quote(item.Value), TerminalText.Show(item.Value), CompletionResultType.ParameterValue, TerminalText.Show(item.Tip.Length > 0 ? item.Tip : item.Value)));
    }

    /// <summary>A pattern for what begins with a text, in any case; wildcards in it count.</summary>
    public static WildcardPattern Beginning(string text) => WildcardPattern.Get(text + "*", WildcardOptions.IgnoreCase);

    /// <summary>A value as an argument: in quotes where it needs them.</summary>
    public static string Quote(string value) => value.All(static c => char.IsLetterOrDigit(c) || c is '-' or '_' or '/' or '.' or ':' or '=')
        ? value
        : "'" + CodeGeneration.EscapeSingleQuotedStringContent(value) + "'";
}
