namespace FlowLogs.Sandbox.Http;

/// <summary>Reads <c>name=value&amp;name=value</c>, as it stands in a URL or in the body of a form.</summary>
internal static class UrlPairs
{
    /// <summary>The pairs. A name without a value has an empty one; of a name that is given twice the first counts.</summary>
    public static Dictionary<string, string> Parse(string text)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? part : part[..equals];
            pairs.TryAdd(Decode(name), equals < 0 ? "" : Decode(part[(equals + 1)..]));
        }

        return pairs;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
