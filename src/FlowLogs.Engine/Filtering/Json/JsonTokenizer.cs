using FlowLogs.Filtering.Syntax;

namespace FlowLogs.Filtering.Json;

/// <summary>The tokens of a JSON pattern.</summary>
internal sealed class JsonTokenizer(string pattern) : Tokenizer(pattern)
{
    protected override Token Read(int start)
    {
        switch (At(start))
        {
            case '{':
                return Symbol(TokenKind.OpenBrace, start, 1);
            case '}':
                return Symbol(TokenKind.CloseBrace, start, 1);
            case '$':
                SelectorSyntax.Read(Pattern, start, out var end);
                return new Token(TokenKind.Selector, new PatternSpan(start, end), Pattern[start..end]);
            default:
                return base.Read(start);
        }
    }
}
