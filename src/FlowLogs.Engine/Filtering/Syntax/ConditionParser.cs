using FlowLogs.Filtering.Regexes;
using FlowLogs.Filtering.Values;

namespace FlowLogs.Filtering.Syntax;

/// <summary>
/// What the JSON and the delimited grammar have in common: <c>||</c> over <c>&amp;&amp;</c> over parentheses over
/// conditions, operators, and the limit on regular expressions.
/// </summary>
internal abstract class ConditionParser<TNode>
{
    private readonly Tokenizer _tokenizer;
    private int _regexes;

    protected ConditionParser(Tokenizer tokenizer)
    {
        _tokenizer = tokenizer;
        Current = tokenizer.Next();
    }

    protected string Pattern => _tokenizer.Pattern;

    protected Token Current { get; private set; }

    /// <summary>The end of the last token taken.</summary>
    protected int LastEnd { get; private set; }

    protected abstract TNode ParseCondition();

    protected abstract TNode All(PatternSpan span, TNode[] conditions);

    protected abstract TNode Any(PatternSpan span, TNode[] conditions);

    protected TNode ParseOr() => ParseChain(TokenKind.Or, ParseAnd, Any);

    protected Token Take()
    {
        var token = Current;
        LastEnd = token.End;
        Current = _tokenizer.Next();
        return token;
    }

    protected Token Take(TokenKind kind) => Current.Kind == kind ? Take() : throw Structure();

    protected FilterPatternException Structure() => PatternErrors.Structure(Pattern, Current.Start);

    protected ComparisonOperator ReadOperator()
    {
        ComparisonOperator? comparison = Current.Kind switch
        {
            TokenKind.Equal => ComparisonOperator.Equal,
            TokenKind.NotEqual => ComparisonOperator.NotEqual,
            TokenKind.Less => ComparisonOperator.Less,
            TokenKind.LessOrEqual => ComparisonOperator.LessOrEqual,
            TokenKind.Greater => ComparisonOperator.Greater,
            TokenKind.GreaterOrEqual => ComparisonOperator.GreaterOrEqual,
            _ => null,
        };
        if (comparison is not { } found)
            throw Structure();
        Take();
        return found;
    }

    protected PatternNumber ReadNumber(Token token) =>
        PatternNumber.TryParse(token.Value) ?? throw PatternErrors.Structure(Pattern, token.Start);

    protected PatternRegex ReadRegex(Token token) =>
        ++_regexes <= PatternErrors.MaxRegexes
            ? PatternRegex.Compile(Pattern, token.Start, token.Value)
            : throw PatternErrors.TooManyRegexes(Pattern, token.Start);

    private TNode ParseAnd() => ParseChain(TokenKind.And, ParsePrimary, All);

    private TNode ParsePrimary()
    {
        if (Current.Kind != TokenKind.OpenParenthesis)
            return ParseCondition();
        Take();
        var inner = ParseOr();
        Take(TokenKind.CloseParenthesis);
        return inner;
    }

    private TNode ParseChain(TokenKind joint, Func<TNode> parse, Func<PatternSpan, TNode[], TNode> join)
    {
        var start = Current.Start;
        var first = parse();
        if (Current.Kind != joint)
            return first;
        var nodes = new List<TNode> { first };
        while (Current.Kind == joint)
        {
            Take();
            nodes.Add(parse());
        }
        return join(new PatternSpan(start, LastEnd), [.. nodes]);
    }
}
