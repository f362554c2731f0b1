using FlowLogs.Filtering.Syntax;

namespace FlowLogs.Filtering.Delimited;

/// <summary>The tokens of a delimited pattern.</summary>
internal sealed class DelimitedTokenizer(string pattern) : Tokenizer(pattern)
{
    protected override Token Read(int start)
    {
        switch (At(start))
        {
            case '[':
                return Symbol(TokenKind.OpenBracket, start, 1);
            case ']':
                return Symbol(TokenKind.CloseBracket, start, 1);
            case ',':
                return Symbol(TokenKind.Comma, start, 1);
            case '.' when base.EndOfWord(start) == start + 3 && Pattern.AsSpan(start).StartsWith("..."):
                return new Token(TokenKind.Ellipsis, new PatternSpan(start, start + 3), "...");
            default:
                return base.Read(start);
        }
    }

    // A word that starts with a letter has no star, while 4*, *.html* and .htm* are words.
    protected override int EndOfWord(int start)
    {
        var end = base.EndOfWord(start);
        if (At(start) is '.' or '*' || Characters.IsDigit(At(start)))
            return end;
        var star = Pattern.AsSpan(start, end - start).IndexOf('*');
        return star < 0 ? end : throw PatternErrors.Characters(Pattern, start + star, start + star + 1);
    }
}
