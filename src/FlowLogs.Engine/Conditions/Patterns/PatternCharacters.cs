using System.Text;

namespace FlowLogs.Conditions.Patterns;

/// <summary>What can be written in a pattern without doubt, and how.</summary>
internal static class PatternCharacters
{
    /// <summary>
    /// Whether a text between quotes means just itself: printable ASCII without a star, a quotation mark or a backslash,
    /// whose escapes are not documented. A field that starts with a bracket is not what the pattern sees of it.
    /// </summary>
    public static bool IsLiteral(string text) =>
        !text.StartsWith('[') && text.All(static c => c is > ' ' and <= '~' and not ('*' or '"' or '\\'));

    /// <summary>Whether case makes no difference to a text of ASCII characters.</summary>
    public static bool IsCaseless(string text) => text.All(static c => char.IsAscii(c) && !char.IsAsciiLetter(c));

    /// <summary>
    /// A regular expression for the whole of a text; null if it has characters that none can have. In a glob, a star is
    /// any text and a question mark any one character.
    /// </summary>
    public static string? WriteRegex(string text, bool ignoresCase, bool isGlob)
    {
        if (!text.All(static c => c is > ' ' and <= '~'))
            return null;
        var regex = new StringBuilder("^");
        foreach (var c in text)
        {
            if (isGlob && c is '*' or '?')
                regex.Append(c == '*' ? ".*" : ".");
            else if (ignoresCase && char.IsAsciiLetter(c))
                regex.Append('[').Append(char.ToUpperInvariant(c)).Append(char.ToLowerInvariant(c)).Append(']');
            else
                AppendLiteral(regex, c);
        }

        return regex.Append('$').ToString();
    }

    // The documented symbols that mean themselves; the rest by its number, which is always allowed.
    private static void AppendLiteral(StringBuilder regex, char c)
    {
        if (char.IsAsciiLetterOrDigit(c) || c is '_' or '#' or '=' or '@' or '/' or ';' or ',' or '-' or ':')
            regex.Append(c);
        else if (c == '.')
            regex.Append("\\.");
        else
            regex.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\x{(int)c:x2}");
    }
}
