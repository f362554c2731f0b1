using System.Text;

namespace FlowLogs.Conditions.Values;

/// <summary>
/// A text in which <c>*</c> stands for any characters and <c>?</c> for one UTF-16 character, as in PowerShell's -like;
/// nothing else is special. Unlike the wildcard of CloudWatch Logs it finds every way to match. Immutable.
/// </summary>
internal sealed class Glob
{
    // The text between the stars; one piece if there is no star. In capitals where case is ignored.
    private readonly string[] _pieces;
    // The same in UTF-8 where a field can be compared by its bytes.
    private readonly byte[][]? _utf8;

    public Glob(string text, bool ignoresCase)
    {
        // Two stars in a row say what one does.
        while (text.Contains("**", StringComparison.Ordinal))
            text = text.Replace("**", "*", StringComparison.Ordinal);
        Text = text;
        IgnoresCase = ignoresCase;
        _pieces = (ignoresCase ? string.Concat(text.Select(ToCapital)) : text).Split('*');
        HasQuestion = text.Contains('?', StringComparison.Ordinal);
        HasStar = _pieces.Length > 1;
        if (!HasQuestion && (!ignoresCase || text.All(static c => char.IsAscii(c) && !char.IsAsciiLetter(c))))
            _utf8 = [.. _pieces.Select(Encoding.UTF8.GetBytes)];
    }

    public string Text { get; }

    public bool IgnoresCase { get; }

    public bool HasStar { get; }

    public bool HasQuestion { get; }

    /// <summary>Whether it is only stars, so that it matches any text.</summary>
    public bool IsAnything => HasStar && _pieces.All(static piece => piece.Length == 0);

    public bool IsMatch(ReadOnlySpan<byte> field)
    {
        if (_utf8 is not null)
            return IsMatchOfBytes(_utf8, field);
        using var text = new DecodedText(field);
        return IsMatchOfChars(text.Chars);
    }

    // The first place that fits is as good as any other for a piece between two stars.
    private static bool IsMatchOfBytes(byte[][] pieces, ReadOnlySpan<byte> field)
    {
        if (pieces.Length == 1)
            return field.SequenceEqual(pieces[0]);
        if (field.Length < pieces[0].Length + pieces[^1].Length || !field.StartsWith(pieces[0]) || !field.EndsWith(pieces[^1]))
            return false;
        field = field[pieces[0].Length..^pieces[^1].Length];
        foreach (var piece in pieces.AsSpan(1, pieces.Length - 2))
        {
            var found = field.IndexOf(piece);
            if (found < 0)
                return false;
            field = field[(found + piece.Length)..];
        }

        return true;
    }

    private bool IsMatchOfChars(ReadOnlySpan<char> text)
    {
        var first = _pieces[0];
        if (_pieces.Length == 1)
            return text.Length == first.Length && IsAt(first, text);
        var last = _pieces[^1];
        if (text.Length < first.Length + last.Length || !IsAt(first, text) || !IsAt(last, text[^last.Length..]))
            return false;
        text = text[first.Length..^last.Length];
        foreach (var piece in _pieces.AsSpan(1, _pieces.Length - 2))
        {
            while (!IsAt(piece, text))
            {
                if (text.Length <= piece.Length)
                    return false;
                text = text[1..];
            }

            text = text[piece.Length..];
        }

        return true;
    }

    // Whether a text starts with a piece.
    private bool IsAt(string piece, ReadOnlySpan<char> text)
    {
        if (text.Length < piece.Length)
            return false;
        for (var i = 0; i < piece.Length; i++)
        {
            if (piece[i] != '?' && piece[i] != (IgnoresCase ? ToCapital(text[i]) : text[i]))
                return false;
        }

        return true;
    }

    // As in StringComparison.OrdinalIgnoreCase no letter beyond ASCII is a form of one within (the long s has a capital S).
    private static char ToCapital(char c) =>
        char.ToUpperInvariant(c) is var capital && (char.IsAscii(c) || !char.IsAscii(capital)) ? capital : c;
}
