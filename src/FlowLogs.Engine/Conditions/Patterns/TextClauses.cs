using FlowLogs.Conditions.Leaves;
using FlowLogs.Conditions.Values;

namespace FlowLogs.Conditions.Patterns;

/// <summary>
/// Texts in a pattern: compared with regard to case; without it only by a regular expression. The language's wildcard
/// does not go back, so <c>*</c> before other text may miss what it should find, while text before <c>*</c> is safe.
/// </summary>
internal static class TextClauses
{
    private const string NeedsRegex = "to leave case out of account takes a regular expression, of which a pattern may have two";

    public static Implied Write(TextTest test, Spelling spelling, bool allowRegex)
    {
        var plain = new List<string>();
        var regexes = new List<string>();
        var left = new List<string>();
        foreach (var text in test.Texts.Texts)
        {
            var known = !test.Texts.IgnoresCase || PatternCharacters.IsCaseless(text) ? text
                : spelling == Spelling.Aws ? AwsVocabulary.InItsCase(test.Field, text)
                : null;
            if (known is not null && PatternCharacters.IsLiteral(known))
                plain.Add(known);
            else if (allowRegex && PatternCharacters.WriteRegex(text, test.Texts.IgnoresCase, isGlob: false) is { } regex)
                regexes.Add(regex);
            else
                left.Add(text);
        }

        return test.IsNegated ? WriteNone(test, plain, regexes, left) : WriteOne(test, plain, regexes, left);
    }

    public static Implied Write(WildcardTest test, Spelling spelling, bool allowRegex)
    {
        var glob = test.Glob;
        var text = glob.Text;
        var hasCase = glob.IgnoresCase && !PatternCharacters.IsCaseless(text);
        if (hasCase && spelling == Spelling.Aws && AwsVocabulary.InItsCase(test.Field, text) is { } known)
            (text, hasCase) = (known, false);

        var isSafe = !glob.HasQuestion && text.EndsWith('*') && !hasCase && IsLiteral(text);
        if (!isSafe && allowRegex && CanBeRegex(test, spelling, hasCase)
            && PatternCharacters.WriteRegex(text, hasCase, isGlob: true) is { } regex)
        {
            return new Implied(WithMissing(test, Regex(regex, test.IsNegated), holdsForMissing: glob.IsMatch("-"u8)));
        }

        if (!IsLiteral(text) || (test.IsNegated ? glob.HasQuestion : hasCase))
            return Implied.Nothing(hasCase ? NeedsRegex : "a pattern has no wildcard for one character");

        // What is found must be found by something weaker, what is not found by something stronger, which the text itself is.
        var pattern = isSafe || test.IsNegated ? text : new Glob(text.Replace('?', '*') + '*', ignoresCase: false).Text;
        var missing = new Filtering.Values.Wildcard(pattern).IsMatch("-"u8);
        var clause = WithMissing(test, test.IsNegated ? Clause.NotEqual(pattern) : Clause.Equal(pattern), missing);
        return isSafe ? new Implied(clause) : Implied.Weaker(clause, hasCase ? NeedsRegex
            : "a pattern's * takes the first place that fits, so that text behind it takes a regular expression, as ? does");
    }

    private static Implied WriteOne(TextTest test, List<string> plain, List<string> regexes, List<string> left)
    {
        if (left.Count > 0)
            return Implied.Nothing(Loss(left));
        Clause[] parts = [.. plain.Select(Clause.Equal), .. Join(regexes, isNegated: false)];
        return new Implied(TestClauses.WithMissing(Clause.Any(parts), holdsWhenMissing: false, test.WhenMissing));
    }

    // A text that must not be there in any case must not be there in its own case either.
    private static Implied WriteNone(TextTest test, List<string> plain, List<string> regexes, List<string> left)
    {
        Clause[] parts =
        [
            .. plain.Concat(left.Where(PatternCharacters.IsLiteral)).Select(Clause.NotEqual),
            .. Join(regexes, isNegated: true),
        ];
        if (parts.Length == 0)
            return Implied.Nothing(Loss(left));
        var clause = TestClauses.WithMissing(Clause.All(parts), holdsWhenMissing: true, test.WhenMissing);
        return left.Count == 0 ? new Implied(clause) : Implied.Weaker(clause, Loss(left));
    }

    private static string Loss(List<string> left) => left.TrueForAll(PatternCharacters.IsLiteral)
        ? NeedsRegex
        : "a text has characters that cannot be written in a pattern";

    private static IEnumerable<Clause> Join(List<string> regexes, bool isNegated) =>
        regexes.Count == 0 ? [] : [Regex(string.Join('|', regexes), isNegated)];

    private static Clause.Comparison Regex(string regex, bool isNegated) =>
        new($"{(isNegated ? "!=" : "=")} %{regex}%", isRegex: true);

    // A letter beyond the basic plane is two characters for a glob and one for a regular expression. AWS has none.
    private static bool CanBeRegex(WildcardTest test, Spelling spelling, bool hasCase) =>
        test.Glob.HasQuestion ? spelling == Spelling.Aws : hasCase || test.IsNegated || spelling == Spelling.Aws;

    private static bool IsLiteral(string text) => PatternCharacters.IsLiteral(text.Replace("*", "", StringComparison.Ordinal));

    private static Clause WithMissing(WildcardTest test, Clause clause, bool holdsForMissing) =>
        TestClauses.WithMissing(clause, holdsForMissing != test.IsNegated, test.WhenMissing);
}
