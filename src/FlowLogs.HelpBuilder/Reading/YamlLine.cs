namespace FlowLogs.HelpBuilder.Reading;

/// <summary>One <c>Key: value</c> of a YAML block. The layout uses no more of YAML than that.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Key">The key.</param>
/// <param name="Value">The value; may be empty.</param>
internal sealed record YamlLine(int Line, string Key, string Value)
{
    /// <summary>Reads lines into a table and reports keys that are not known or there twice.</summary>
    /// <param name="lines">The lines of the block.</param>
    /// <param name="firstLine">The line of the first one, from 1.</param>
    /// <param name="knownKeys">The keys that may be there.</param>
    /// <param name="report">Gets the problems.</param>
    public static Dictionary<string, YamlLine> ReadAll(
        IEnumerable<string> lines,
        int firstLine,
        IReadOnlyCollection<string> knownKeys,
        ProblemReport report)
    {
        var table = new Dictionary<string, YamlLine>(StringComparer.Ordinal);
        foreach (var (index, text) in lines.Index().Where(line => !string.IsNullOrWhiteSpace(line.Item)))
        {
            var line = firstLine + index;
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            var key = (colon < 0 ? text : text[..colon]).Trim();
            var value = colon < 0 ? "" : text[(colon + 1)..].Trim();
            if (colon < 0 || !knownKeys.Contains(key))
                report.Add(line, ProblemCode.YamlKey, $"'{key}' is not one of {string.Join(", ", knownKeys)}.");
            else if (!table.TryAdd(key, new(line, key, value)))
                report.Add(line, ProblemCode.YamlKey, $"The key '{key}' is there twice.");
        }
        return table;
    }
}
