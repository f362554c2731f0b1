using FlowLogs.Filtering;

namespace FlowLogs.Sandbox.Store;

/// <summary>A metric filter as it is kept.</summary>
internal sealed record MetricFilter
{
    public required string Name { get; init; }

    public required string LogGroupName { get; init; }

    public required FilterPattern Pattern { get; init; }

    public required MetricTransformation Transformation { get; init; }

    public required long CreationTime { get; init; }

    public bool ApplyOnTransformedLogs { get; init; }

    public string? FieldSelectionCriteria { get; init; }

    public IReadOnlyList<string> SystemFieldDimensions { get; init; } = [];

    /// <summary>Whether the pattern holds a regular expression; a group may have only a few such filters.</summary>
    public bool HasRegex => FindRegex(Pattern.Text);

    // A per cent sign begins a regular expression wherever it does not stand in quotes.
    private static bool FindRegex(string pattern)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '%')
                return true;
            if (pattern[i] == '"' || (pattern[i] == '\'' && i > 0 && pattern[i - 1] == '['))
                i = EndOfQuote(pattern, i);
        }

        return false;
    }

    private static int EndOfQuote(string pattern, int start)
    {
        for (var i = start + 1; i < pattern.Length; i++)
        {
            if (pattern[i] == pattern[start])
                return i;
            if (pattern[i] == '\\')
                i++;
        }

        return pattern.Length;
    }
}
