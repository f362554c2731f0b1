using FlowLogs.Filtering.Syntax;

namespace FlowLogs.Filtering.Text;

/// <summary>
/// Reads a text pattern that is not a regular expression: words and quoted text, each perhaps behind <c>-</c> or
/// <c>?</c>, which are operators inside words, too.
/// </summary>
internal sealed class TextParser(string pattern)
{
    private int _position;

    public IEnumerable<TextTerm> ReadTerms()
    {
        SkipBlanks();
        while (_position < pattern.Length)
        {
            yield return ReadTerm();
            SkipBlanks();
        }
    }

    private TextTerm ReadTerm()
    {
        var start = _position;
        var kind = pattern[start] switch
        {
            '-' => TextTermKind.Excluded,
            '?' => TextTermKind.Optional,
            _ => TextTermKind.Included,
        };
        if (kind != TextTermKind.Included)
        {
            _position++;
            SkipBlanks();
        }
        if (_position == pattern.Length)
            throw PatternErrors.Structure(pattern, start);
        var isQuoted = pattern[_position] == '"';
        var text = isQuoted ? ReadQuoted() : ReadWord();
        return new TextTerm(kind, text, isQuoted, new PatternSpan(start, _position));
    }

    private string ReadQuoted()
    {
        var start = _position;
        var text = QuotedText.Read(pattern, start, out _position);
        if (text.Length == 0)
            throw PatternErrors.Characters(pattern, start, _position);
        if (_position < pattern.Length && !IsBoundary(pattern[_position]))
            throw PatternErrors.Structure(pattern, _position);
        return text;
    }

    private string ReadWord()
    {
        var start = _position;
        while (true)
        {
            var length = _position < pattern.Length && pattern[_position] == '.'
                ? 1
                : Characters.WordCharLength(pattern, _position);
            if (length == 0)
                break;
            _position += length;
        }
        if (_position == pattern.Length || (_position > start && IsBoundary(pattern[_position])))
            return pattern[start.._position];
        // Braces and quotes are known to the service's grammar, only not here; others are not known at all.
        throw pattern[_position] is '"' or '{' or '}' or '-' or '?'
            ? PatternErrors.Structure(pattern, _position)
            : PatternErrors.Characters(pattern, _position, _position + 1);
    }

    private void SkipBlanks()
    {
        while (_position < pattern.Length && Characters.IsBlank(pattern[_position]))
            _position++;
    }

    private static bool IsBoundary(char c) => c is '-' or '?' || Characters.IsBlank(c);
}
