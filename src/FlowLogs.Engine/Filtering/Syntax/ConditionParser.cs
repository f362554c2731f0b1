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

    /// <summary>
    /// Reads alternatives up to what cannot belong to them. Keeps its own stack: a pattern may have so many
    /// parentheses that a thread's would not do.
    /// </summary>
    protected TNode ParseOr()
    {
        var outer = new Stack<ConditionGroup<TNode>>();
        var group = new ConditionGroup<TNode>(Current.Start);
        while (true)
        {
            if (Current.Kind == TokenKind.OpenParenthesis)
            {
                Take();
                outer.Push(group);
                group = new ConditionGroup<TNode>(Current.Start);
                continue;
            }
            group.Conditions.Add(ParseCondition());
            while (Current.Kind is not (TokenKind.And or TokenKind.Or))
            {
                var whole = Close(group);
                if (!outer.TryPop(out var before))
                    return whole;
                Take(TokenKind.CloseParenthesis);
                group = before;
                group.Conditions.Add(whole);
            }
            if (Take().Kind == TokenKind.Or)
            {
                EndAlternative(group);
                group.AlternativeStart = Current.Start;
            }
        }
    }

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

    private TNode Close(ConditionGroup<TNode> group)
    {
        EndAlternative(group);
        return group.Alternatives.Count == 1
            ? group.Alternatives[0]
            : Any(new PatternSpan(group.Start, LastEnd), [.. group.Alternatives]);
    }

    private void EndAlternative(ConditionGroup<TNode> group)
    {
        group.Alternatives.Add(group.Conditions.Count == 1
            ? group.Conditions[0]
            : All(new PatternSpan(group.AlternativeStart, LastEnd), [.. group.Conditions]));
        group.Conditions.Clear();
    }
}
