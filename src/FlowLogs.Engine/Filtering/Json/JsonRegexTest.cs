using FlowLogs.Filtering.Regexes;

namespace FlowLogs.Filtering.Json;

/// <summary>A comparison with a regular expression.</summary>
internal sealed class JsonRegexTest(PatternRegex regex) : JsonSpellingTest
{
    protected override bool Accepts(ReadOnlySpan<byte> spelling) => regex.IsMatch(spelling);
}
