using FlowLogs.Filtering.Syntax;

namespace FlowLogs.Filtering.Regexes;

/// <summary>Finds a regular expression between percent signs and refuses the characters that none may have.</summary>
internal static class RegexText
{
    // Beside ASCII letters and digits. A backslash makes none of the others legal.
    private const string Symbols = " _#=@/;,-:^$?[]{}|\\*+.";

    /// <summary>Reads the expression that starts with the percent sign at a place.</summary>
    /// <returns>What stands between the percent signs.</returns>
    /// <exception cref="FilterPatternException">
    /// A character is not allowed, nothing is between the percent signs, or the second one is missing.
    /// </exception>
    public static string Read(string pattern, int start, out int end)
    {
        for (var i = start + 1; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '%')
            {
                end = i + 1;
                return i > start + 1
                    ? pattern[(start + 1)..i]
                    : throw PatternErrors.Characters(pattern, start, end);
            }
            if (!char.IsAsciiLetterOrDigit(c) && !Symbols.Contains(c))
                throw PatternErrors.Characters(pattern, start, i + 1);
        }
        throw PatternErrors.Characters(pattern, start, pattern.Length, start);
    }
}
