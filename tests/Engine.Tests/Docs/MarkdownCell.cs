using System.Text;

namespace FlowLogs.Tests.Docs;

/// <summary>Text of any kind in a cell of a Markdown table.</summary>
internal static class MarkdownCell
{
    /// <summary>
    /// A code span. Blanks that a browser would drop and characters that would end the line are shown as symbols.
    /// </summary>
    public static string Code(string text)
    {
        if (text.Length == 0)
            return "*(empty)*";
        var shown = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case ' ' when i == 0 || i == text.Length - 1 || text[i - 1] == ' ' || text[i + 1] == ' ':
                    shown.Append('␣');
                    break;
                case '\t':
                    shown.Append('⇥');
                    break;
                case '\n':
                    shown.Append('⏎');
                    break;
                case '|':
                    shown.Append("\\|");
                    break;
                default:
                    shown.Append(text[i]);
                    break;
            }
        }
        // A fence is longer than any run of backticks inside, and blanks keep it apart from one at the ends.
        var fence = new string('`', LongestRun(text) + 1);
        var pad = text[0] == '`' || text[^1] == '`' ? " " : "";
        return $"{fence}{pad}{shown}{pad}{fence}";
    }

    private static int LongestRun(string text)
    {
        var longest = 0;
        var run = 0;
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        return longest;
    }
}
