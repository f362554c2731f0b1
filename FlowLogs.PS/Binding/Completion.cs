using System.Management.Automation;

namespace FlowLogs.PS.Binding;

/// <summary>What all completers share.</summary>
internal static class Completion
{
    /// <summary>The values that begin with what was typed, sorted, in quotes where they need them.</summary>
    public static IEnumerable<CompletionResult> Matching(IEnumerable<string> values, string? typed)
    {
        var pattern = WildcardPattern.Get((typed ?? string.Empty).Trim('\'', '"') + "*", WildcardOptions.IgnoreCase);
        return values.Distinct(StringComparer.Ordinal)
            .Where(pattern.IsMatch)
            .Order(StringComparer.Ordinal)
            .Select(static value => new CompletionResult(Quote(value), value, CompletionResultType.ParameterValue, value));
    }

    private static string Quote(string value) => value.All(static c => char.IsLetterOrDigit(c) || c is '-' or '_' or '/' or '.' or ':' or '=')
        ? value
        : "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'";
}
