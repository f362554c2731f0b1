namespace FlowLogs.Filtering;

/// <summary>A filter pattern that the service would refuse, with the place where it goes wrong.</summary>
public sealed class FilterPatternException : FlowLogException
{
    /// <summary>Makes the error.</summary>
    /// <param name="pattern">The whole pattern.</param>
    /// <param name="position">Where it goes wrong: an index into <paramref name="pattern"/>, 0 to its length.</param>
    /// <param name="reason">Why, in the service's own words where they are known.</param>
    public FilterPatternException(string pattern, int position, string reason)
        : base("InvalidFilterPattern", FlowErrorKind.InvalidArgument, Describe(pattern, position, reason), pattern)
    {
        Pattern = pattern;
        Position = position;
        Reason = reason;
    }

    /// <summary>The whole pattern.</summary>
    public string Pattern { get; }

    /// <summary>Where it goes wrong: an index into <see cref="Pattern"/>, 0 to its length.</summary>
    public int Position { get; }

    /// <summary>Why, in the service's own words where they are known.</summary>
    public string Reason { get; }

    // The pattern with a caret under the place. Control characters would move the caret and are shown as a dot.
    private static string Describe(string pattern, int position, string reason)
    {
        var shown = string.Create(pattern.Length, pattern, static (span, text) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = char.IsControl(text[i]) ? '.' : text[i];
        });
        return $"{reason} (at character {position + 1}){Environment.NewLine}    {shown}{Environment.NewLine}    {new string(' ', position)}^";
    }
}
