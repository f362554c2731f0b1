using System.Globalization;
using System.Text;

namespace FlowLogs.Filtering.Regexes;

/// <summary>
/// Turns an expression of the service's kind, read as RE2 reads it, into one of the .NET engine over
/// <see cref="MessageText"/>: <c>$</c> is the very end, classes are ASCII, a second quantifier on the same thing does
/// not compile. There are no groups, so an expression is a list of alternatives, each a list of things with
/// quantifiers.
/// </summary>
internal sealed class RegexTranslator(string text)
{
    /// <summary>RE2's own limit for one quantifier.</summary>
    public const int MaxRepetition = 1000;

    /// <summary>Keeps the time for a message in bounds: it grows with size times length.</summary>
    public const int MaxSize = 2000;

    private readonly StringBuilder _expression = new();
    private int _position;

    /// <summary>How many characters the expression describes when its counted repetitions are written out.</summary>
    public int Size { get; private set; }

    private char Current => At(_position);

    /// <summary>The expression for the .NET engine, or null if this one does not compile.</summary>
    public string? Translate()
    {
        while (_position < text.Length)
        {
            if (Current == '|')
            {
                _position++;
                _expression.Append('|');
                continue;
            }
            if (TryReadQuantifier(_position, out _, out _, out _) || !TranslateItem() || !TranslateQuantifier())
                return null;
        }
        return _expression.ToString();
    }

    private char At(int position) => position < text.Length ? text[position] : '\0';

    private bool TranslateItem()
    {
        var c = text[_position++];
        switch (c)
        {
            case '^':
                _expression.Append("(?:\\A)");
                return true;
            case '$':
                _expression.Append("(?:\\z)");
                return true;
            case '.':
                CharacterSet.AnyButNewline.WriteTo(_expression);
                return true;
            case '[':
                if (ReadClass() is not { } members)
                    return false;
                members.WriteTo(_expression);
                return true;
            case '\\' when Current is 'b' or 'B' or 'A' or 'z':
                _expression.Append(CultureInfo.InvariantCulture, $"(?:\\{text[_position++]})");
                return true;
            case '\\':
                if (ReadEscape() is not { } escaped)
                    return false;
                escaped.WriteTo(_expression);
                return true;
            default:
                new CharacterSet().AddRange(c, c).WriteTo(_expression);
                return true;
        }
    }

    private bool TranslateQuantifier()
    {
        if (!TryReadQuantifier(_position, out var min, out var max, out var end))
        {
            Size++;
            return true;
        }
        if (min > MaxRepetition || max > MaxRepetition || max < min)
            return false;
        _expression.Append(CultureInfo.InvariantCulture, $"{{{min},{max}}}");
        Size += max ?? min + 1;
        // Lazy or not is the same when only the existence of a match is asked for.
        _position = At(end) == '?' ? end + 1 : end;
        return !TryReadQuantifier(_position, out _, out _, out _);
    }

    private bool TryReadQuantifier(int start, out int min, out int? max, out int end)
    {
        (min, max, end) = (0, null, start + 1);
        switch (At(start))
        {
            case '*':
                return true;
            case '+':
                min = 1;
                return true;
            case '?':
                max = 1;
                return true;
            case '{':
                return TryReadCounts(start + 1, out min, out max, out end);
            default:
                return false;
        }
    }

    // m}, m,} ,n} or m,n}. A brace that is followed by anything else is a brace.
    private bool TryReadCounts(int start, out int min, out int? max, out int end)
    {
        max = null;
        var hasMin = TryReadCount(start, out min, out end);
        if (At(end) == '}')
        {
            max = min;
            end++;
            return hasMin;
        }
        if (At(end) != ',')
            return false;
        var hasMax = TryReadCount(end + 1, out var most, out end);
        if (hasMax)
            max = most;
        return At(end++) == '}' && (hasMin || hasMax);
    }

    private bool TryReadCount(int start, out int count, out int end)
    {
        count = 0;
        for (end = start; char.IsAsciiDigit(At(end)); end++)
            count = Math.Min((count * 10) + (At(end) - '0'), MaxRepetition + 1);
        return end > start;
    }

    private CharacterSet? ReadClass()
    {
        var members = new CharacterSet();
        var isNegated = Current == '^';
        if (isNegated)
            _position++;
        for (var isFirst = true; isFirst || Current != ']'; isFirst = false)
        {
            if (_position >= text.Length || !AddMember(members))
                return null;
        }
        _position++;
        return isNegated ? members.Inverted() : members;
    }

    private bool AddMember(CharacterSet members)
    {
        if (Current == '[' && At(_position + 1) == ':' && FindPosixEnd() is > 0 and var end)
        {
            var name = text[(_position + 2)..end];
            _position = end + 2;
            var isNegated = name.StartsWith('^');
            if (PosixClasses.Find(isNegated ? name[1..] : name) is not { } known)
                return false;
            members.Add(isNegated ? known.Inverted() : known);
            return true;
        }
        if (ReadMember() is not { } first)
            return false;
        if (Current != '-' || At(_position + 1) is ']' or '\0')
        {
            members.Add(first);
            return true;
        }
        _position++;
        if (first.Single is not { } low || ReadMember()?.Single is not { } high || high < low)
            return false;
        members.AddRange(low, high);
        return true;
    }

    private int FindPosixEnd() => text.IndexOf(":]", _position + 2, StringComparison.Ordinal);

    private CharacterSet? ReadMember()
    {
        if (_position >= text.Length)
            return null;
        var c = text[_position++];
        return c == '\\' ? ReadEscape() : new CharacterSet().AddRange(c, c);
    }

    // Behind the backslash. Letters and digits that are not known have no meaning; a symbol is itself.
    private CharacterSet? ReadEscape()
    {
        if (_position >= text.Length)
            return null;
        var c = text[_position++];
        return c switch
        {
            'd' => CharacterSet.Digits,
            'D' => CharacterSet.Digits.Inverted(),
            's' => CharacterSet.Blanks,
            'S' => CharacterSet.Blanks.Inverted(),
            'w' => CharacterSet.WordCharacters,
            'W' => CharacterSet.WordCharacters.Inverted(),
            'a' => Only('\a'),
            'f' => Only('\f'),
            'n' => Only('\n'),
            'r' => Only('\r'),
            't' => Only('\t'),
            'v' => Only('\v'),
            'x' => ReadHexadecimal(),
            _ => char.IsAsciiLetterOrDigit(c) || c == '_' ? null : Only(c),
        };
    }

    private CharacterSet? ReadHexadecimal()
    {
        if (!char.IsAsciiHexDigit(Current) || !char.IsAsciiHexDigit(At(_position + 1)))
            return null;
        var code = Convert.FromHexString(text.AsSpan(_position, 2))[0];
        _position += 2;
        return Only((char)code);
    }

    private static CharacterSet Only(char c) => new CharacterSet().AddRange(c, c);
}
