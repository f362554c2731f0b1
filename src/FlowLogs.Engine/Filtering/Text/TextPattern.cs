using FlowLogs.Filtering.Syntax;

namespace FlowLogs.Filtering.Text;

/// <summary>
/// A text pattern: all included terms and none of the excluded ones; only where there are neither, one of the optional.
/// </summary>
internal sealed class TextPattern : CompiledPattern
{
    private readonly TextTerm[] _required;
    private readonly TextTerm[] _optional;

    private TextPattern(string pattern, TextTerm[] terms)
        : base(pattern)
    {
        Terms = terms;
        _required = Array.FindAll(terms, static term => term.Kind != TextTermKind.Optional);
        _optional = _required.Length == 0 ? terms : [];
    }

    /// <summary>All terms, in the order of the pattern; none if it is empty and matches everything.</summary>
    public IReadOnlyList<TextTerm> Terms { get; }

    public static TextPattern Parse(string pattern) => new(pattern, [.. new TextParser(pattern).ReadTerms()]);

    public override bool IsMatch(ReadOnlySpan<byte> message)
    {
        foreach (var term in _required)
        {
            if (term.IsIn(message) == (term.Kind == TextTermKind.Excluded))
                return false;
        }
        foreach (var term in _optional)
        {
            if (term.IsIn(message))
                return true;
        }
        return _optional.Length == 0;
    }

    public override FilterExplanation Explain(ReadOnlySpan<byte> message)
    {
        if (IsMatch(message))
            return FilterExplanation.Match;
        foreach (var term in _required)
        {
            var isIn = term.IsIn(message);
            if (term.Kind == TextTermKind.Excluded && isIn)
                return Fail(term.Span, term.Text, $"the message contains '{term.Text}', which is excluded");
            if (term.Kind == TextTermKind.Included && !isIn)
                return Fail(term.Span, null, $"the message does not contain '{term.Text}'");
        }
        var all = new PatternSpan(_optional[0].Span.Start, _optional[^1].Span.End);
        var names = string.Join(", ", _optional.Select(static term => $"'{term.Text}'"));
        return Fail(all, null, $"the message contains none of {names}");
    }

    public override IEnumerable<string> FindWarnings() => TextWarnings.Find(Pattern, Terms);

    private FilterExplanation Fail(PatternSpan span, string? value, string reason) =>
        Explain(new Failure(span, value, reason));
}
