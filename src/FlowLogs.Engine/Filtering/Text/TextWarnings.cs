namespace FlowLogs.Filtering.Text;

/// <summary>What surprises in text patterns.</summary>
internal static class TextWarnings
{
    public static IEnumerable<string> Find(string pattern, IReadOnlyList<TextTerm> terms)
    {
        foreach (var run in FindRuns(terms))
        {
            var text = pattern[run[0].Span.Start..run[^1].Span.End];
            var meaning = string.Join(" and ", run.Select(Meaning));
            yield return $"{text} means {meaning}: - and ? are operators inside words, too. Put the whole in quotes to "
                + "search for it as it is.";
        }
        var ignoresOptional = terms.Any(static term => term.Kind != TextTermKind.Optional);
        foreach (var term in terms)
        {
            var text = term.Span.In(pattern);
            if (ignoresOptional && term.Kind == TextTermKind.Optional)
            {
                yield return $"{text} is ignored: terms with ? count only where there is no term without ?.";
            }
            if (term.IsQuoted && string.IsNullOrWhiteSpace(term.Text))
            {
                yield return $"{text} searches for a blank and misses messages that have none. An empty pattern "
                    + "matches everything.";
            }
            if (term.Text.Contains('*', StringComparison.Ordinal))
            {
                yield return $"{text} searches for a star: text patterns have no wildcards, and a term is found inside "
                    + "words anyway.";
            }
        }
    }

    // Terms that follow each other without a blank.
    private static IEnumerable<List<TextTerm>> FindRuns(IReadOnlyList<TextTerm> terms)
    {
        var run = new List<TextTerm>();
        foreach (var term in terms)
        {
            if (run.Count > 0 && run[^1].Span.End != term.Span.Start)
            {
                if (run.Count > 1)
                    yield return run;
                run = [];
            }
            run.Add(term);
        }
        if (run.Count > 1)
            yield return run;
    }

    private static string Meaning(TextTerm term) => term.Kind switch
    {
        TextTermKind.Excluded => $"not '{term.Text}'",
        TextTermKind.Optional => $"perhaps '{term.Text}'",
        _ => $"'{term.Text}'",
    };
}
