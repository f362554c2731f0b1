using FlowLogs.Filtering.Regexes;

namespace FlowLogs.Filtering.Syntax;

/// <summary>
/// Cuts a JSON or delimited pattern into tokens. Always the longest token that fits; where a token has begun and
/// cannot go on, the error repeats it up to the character that does not fit, as the service does.
/// </summary>
internal abstract class Tokenizer(string pattern)
{
    private int _position;

    public string Pattern { get; } = pattern;

    public Token Next()
    {
        while (_position < Pattern.Length && Characters.IsBlank(Pattern[_position]))
            _position++;
        var token = Read(_position);
        _position = token.End;
        return token;
    }

    /// <summary>Reads the token at a place that is not blank.</summary>
    protected virtual Token Read(int start)
    {
        if (start == Pattern.Length)
            return new Token(TokenKind.End, new PatternSpan(start, start), "");
        switch (Pattern[start])
        {
            case '(':
                return Symbol(TokenKind.OpenParenthesis, start, 1);
            case ')':
                return Symbol(TokenKind.CloseParenthesis, start, 1);
            case '&':
                return Pair(TokenKind.And, start, '&');
            case '|':
                return Pair(TokenKind.Or, start, '|');
            case '=':
                return Symbol(TokenKind.Equal, start, 1);
            case '!':
                return Pair(TokenKind.NotEqual, start, '=');
            case '<':
                return At(start + 1) == '='
                    ? Symbol(TokenKind.LessOrEqual, start, 2)
                    : Symbol(TokenKind.Less, start, 1);
            case '>':
                return At(start + 1) == '='
                    ? Symbol(TokenKind.GreaterOrEqual, start, 2)
                    : Symbol(TokenKind.Greater, start, 1);
            case '"':
                var text = QuotedText.Read(Pattern, start, out var end);
                return new Token(TokenKind.Quoted, new PatternSpan(start, end), text);
            case '%':
                var body = RegexText.Read(Pattern, start, out end);
                return new Token(TokenKind.Regex, new PatternSpan(start, end), body);
            default:
                return ReadWordOrNumber(start);
        }
    }

    protected char At(int position) => position < Pattern.Length ? Pattern[position] : '\0';

    protected static Token Symbol(TokenKind kind, int start, int length) =>
        new(kind, new PatternSpan(start, start + length), "");

    /// <summary>Where a word that starts at a place ends.</summary>
    protected virtual int EndOfWord(int start)
    {
        var end = start;
        while (true)
        {
            var length = At(end) is '.' or '*' ? 1 : Characters.WordCharLength(Pattern, end);
            if (length == 0)
                return end;
            end += length;
        }
    }

    private Token Pair(TokenKind kind, int start, char second) =>
        At(start + 1) == second
            ? Symbol(kind, start, 2)
            : throw PatternErrors.Characters(Pattern, start, Math.Min(start + 2, Pattern.Length));

    private Token ReadWordOrNumber(int start)
    {
        var word = EndOfWord(start);
        var number = NumberSyntax.End(Pattern, start);
        if (number > start && number >= word)
            return new Token(TokenKind.Number, new PatternSpan(start, number), Pattern[start..number]);
        if (word > start)
            return new Token(TokenKind.Word, new PatternSpan(start, word), Pattern[start..word]);
        var signed = Pattern[start] is '+' or '-' ? 2 : 1;
        throw PatternErrors.Characters(Pattern, start, Math.Min(start + signed, Pattern.Length));
    }
}
