using FlowLogs.Filtering.Syntax;

namespace FlowLogs.Filtering.Regexes;

/// <summary>A text pattern that is one regular expression.</summary>
internal sealed class RegexPattern : CompiledPattern
{
    private readonly PatternRegex _regex;

    private RegexPattern(string pattern, PatternRegex regex)
        : base(pattern) => _regex = regex;

    public static RegexPattern Parse(string pattern)
    {
        if (!pattern.EndsWith('%'))
            throw PatternErrors.MustEndWith(pattern, '%', '%');
        var text = RegexText.Read(pattern, 0, out var end);
        if (end < pattern.Length)
            throw PatternErrors.Characters(pattern, end, end + 1);
        return new RegexPattern(pattern, PatternRegex.Compile(pattern, 0, text));
    }

    public override bool IsMatch(ReadOnlySpan<byte> message) => _regex.IsMatch(message);

    public override FilterExplanation Explain(ReadOnlySpan<byte> message) => IsMatch(message)
        ? FilterExplanation.Match
        : Explain(new Failure(
            new PatternSpan(0, Pattern.Length), null, "the regular expression finds nothing in the message"));

    public override IEnumerable<string> FindWarnings() => [];
}
