using System.Text;

namespace FlowLogs.Bench.Shared;

/// <summary>Writes a table in Markdown.</summary>
internal static class MarkdownTable
{
    /// <param name="page">What it is written to.</param>
    /// <param name="heads">The columns' heads; those of numbers begin with a <c>&gt;</c> and stand to the right.</param>
    /// <param name="rows">The cells.</param>
    public static void Append(StringBuilder page, string[] heads, IEnumerable<string[]> rows)
    {
        AppendRow(page, heads.Select(static head => head.TrimStart('>')));
        page.Append('|').AppendJoin('|', heads.Select(static head => head.StartsWith('>') ? "---:" : "---")).Append("|\n");
        foreach (var row in rows)
            AppendRow(page, row.Select(static cell => cell.Replace("|", "\\|", StringComparison.Ordinal)));
    }

    private static void AppendRow(StringBuilder page, IEnumerable<string> cells) =>
        page.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
