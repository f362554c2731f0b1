using System.Text;

namespace FlowLogs.Filtering.Syntax;

/// <summary>Text between quotes: everything is literal but <c>\"</c> and <c>\\</c>.</summary>
internal static class QuotedText
{
    /// <summary>Reads quoted text that starts at a place; the result's end is behind the closing quote.</summary>
    /// <exception cref="FilterPatternException">There is no closing quote.</exception>
    public static string Read(string pattern, int start, out int end)
    {
        var text = new StringBuilder();
        for (var i = start + 1; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '"')
            {
                end = i + 1;
                return text.ToString();
            }
            if (c == '\\' && i + 1 < pattern.Length && pattern[i + 1] is '"' or '\\')
                c = pattern[++i];
            text.Append(c);
        }
        throw PatternErrors.Characters(pattern, start, pattern.Length, start);
    }
}
