using System.Text.Json;
using FlowLogs.Filtering.Syntax;
using FlowLogs.Filtering.Values;

namespace FlowLogs.Filtering.Json;

/// <summary>Reads the condition of a JSON pattern.</summary>
internal sealed class JsonParser(string pattern) : ConditionParser<JsonCondition>(new JsonTokenizer(pattern))
{
    private int _wildcardSelectors;

    /// <summary>Finds the values of all the selectors that have been read.</summary>
    public JsonScanner Scanner { get; } = new();

    public JsonCondition Read()
    {
        Take(TokenKind.OpenBrace);
        var condition = ParseOr();
        Take(TokenKind.CloseBrace);
        Take(TokenKind.End);
        return condition;
    }

    protected override JsonCondition All(PatternSpan span, JsonCondition[] conditions) => new JsonAll(span, conditions);

    protected override JsonCondition Any(PatternSpan span, JsonCondition[] conditions) => new JsonAny(span, conditions);

    protected override JsonCondition ParseCondition()
    {
        var start = Current.Start;
        var selector = ReadSelector();
        if (Current.IsWord("IS"))
        {
            Take();
            var test = ReadLiteralTest(selector);
            selector.AskCandidates(test);
            return new JsonComparison(new PatternSpan(start, LastEnd), selector, isNegated: false, test);
        }
        if (Current.IsWord("NOT"))
        {
            Take();
            if (!Current.IsWord("EXISTS"))
                throw Structure();
            Take();
            selector.AskCandidates(JsonExistsTest.Instance);
            return new JsonNotExists(new PatternSpan(start, LastEnd), selector);
        }
        var comparison = ReadOperator();
        var value = ReadValue(comparison);
        selector.AskCandidates(value);
        var isNegated = comparison == ComparisonOperator.NotEqual;
        return new JsonComparison(new PatternSpan(start, LastEnd), selector, isNegated, value);
    }

    private JsonSelector ReadSelector()
    {
        var token = Take(TokenKind.Selector);
        var steps = SelectorSyntax.Read(Pattern, token.Start, out _);
        var wildcards = Array.FindAll(steps, static step => step.IsWildcard);
        if (wildcards.Length > 1)
            throw PatternErrors.TooManyWildcards(Pattern, wildcards[1].Start);
        _wildcardSelectors += wildcards.Length;
        if (_wildcardSelectors > PatternErrors.MaxWildcardSelectors)
            throw PatternErrors.TooManyWildcardSelectors(Pattern, token.Start);
        return new JsonSelector(token.Value, steps, Scanner);
    }

    private JsonLiteralTest ReadLiteralTest(JsonSelector selector)
    {
        var kind = Current.IsWord("TRUE") ? JsonTokenType.True
            : Current.IsWord("FALSE") ? JsonTokenType.False
            : Current.IsWord("NULL") ? JsonTokenType.Null
            : throw Unexpected();
        Take();
        return new JsonLiteralTest(kind, alsoInArrays: kind == JsonTokenType.Null && !selector.HasWildcard);
    }

    private JsonTest ReadValue(ComparisonOperator comparison)
    {
        if (comparison.IsOrdering() && Current.Kind != TokenKind.Number)
            throw Unexpected();
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                Take();
                var tested = comparison == ComparisonOperator.NotEqual ? ComparisonOperator.Equal : comparison;
                return new JsonNumberTest(tested, ReadNumber(token));
            // null is a word of the language; true and false are words like any other.
            case TokenKind.Word when !token.IsWord("NULL"):
            case TokenKind.Quoted:
                Take();
                return new JsonTextTest(new Wildcard(token.Value), token.Kind == TokenKind.Quoted);
            case TokenKind.Regex:
                Take();
                return new JsonRegexTest(ReadRegex(token));
            default:
                throw Structure();
        }
    }

    // Where the service repeats a whole word or value that cannot stand where it does.
    private FilterPatternException Unexpected() =>
        Current.Kind is TokenKind.Word or TokenKind.Number or TokenKind.Quoted or TokenKind.Regex
            ? PatternErrors.Characters(Pattern, Current.Start, Current.End, Current.Start)
            : Structure();
}
