namespace FlowLogs.Filtering.Syntax;

/// <summary>The service's wordings of what can be wrong with a pattern.</summary>
internal static class PatternErrors
{
    public const int MaxLength = 1024;
    public const int MaxRegexes = 2;
    public const int MaxWildcardSelectors = 3;

    /// <summary>The order of the parts is wrong: the service says no more than this.</summary>
    public static FilterPatternException Structure(string pattern, int position) =>
        new(pattern, position, "Invalid metric filter pattern");

    /// <summary>A character that cannot stand where it does: the service repeats the term up to and with it.</summary>
    public static FilterPatternException Characters(string pattern, int start, int end) =>
        Characters(pattern, start, end, Math.Max(start, end - 1));

    /// <inheritdoc cref="Characters(string, int, int)"/>
    public static FilterPatternException Characters(string pattern, int start, int end, int position) =>
        new(pattern, position, $"Invalid character(s) in term '{Echo(pattern.AsSpan(start, end - start))}'");

    public static FilterPatternException MustEndWith(string pattern, char first, char last) =>
        new(pattern, pattern.Length, $"If a filter pattern starts with '{first}' it must end with '{last}'");

    public static FilterPatternException TooLong(string pattern) =>
        new(pattern, MaxLength, $"1 validation error detected: Value '{pattern}' at 'filterPattern' failed to satisfy "
            + "constraint: Member must have length less than or equal to 1024");

    public static FilterPatternException RegexDoesNotCompile(string pattern, int position) =>
        new(pattern, position, "Failed to compile regular expression.");

    public static FilterPatternException RegexTooLarge(string pattern, int position, int limit) =>
        new(pattern, position, $"The regular expression is too large: its repetitions add up to more than {limit}.");

    public static FilterPatternException TooManyRegexes(string pattern, int position) =>
        new(pattern, position, "Your input has exceeded the maximum of 2 regular expressions per filter pattern.");

    public static FilterPatternException TooManyWildcards(string pattern, int position) =>
        new(pattern, position, "Your filter pattern has a JSON path selector that exceeds the maximum of 1 wildcard "
            + "allowed per json selector.");

    public static FilterPatternException TooManyWildcardSelectors(string pattern, int position) =>
        new(pattern, position, "Your input has exceeded the maximum of 3 JSON wildcard selectors allowed per filter "
            + "pattern.");

    public static FilterPatternException DuplicateField(string pattern, int position, string name) =>
        new(pattern, position, $"Duplicate field '{name}'");

    public static FilterPatternException MultipleVariables(string pattern, int position, string first, string second) =>
        new(pattern, position, $"Multiple variables used in a single filter. Var1 : {first}, Var2 : {second}");

    // The service answers in Latin-1: any other character comes back as a question mark.
    private static string Echo(ReadOnlySpan<char> term)
    {
        var shown = new char[term.Length];
        for (var i = 0; i < term.Length; i++)
            shown[i] = term[i] <= '\xFF' ? term[i] : '?';
        return new string(shown);
    }
}
