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

    // The pattern, on one line, with a caret under the place.
    private static string Describe(string pattern, int position, string reason) =>
        $"{reason} (at character {position + 1}){Environment.NewLine}    {TerminalText.Show(pattern)}{Environment.NewLine}    {new string(' ', position)}^";
}
