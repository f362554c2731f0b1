using FlowLogs.Filtering.Values;

namespace FlowLogs.Filtering.Json;

/// <summary>A comparison with text, which may have wildcards.</summary>
internal sealed class JsonTextTest(Wildcard text) : JsonSpellingTest
{
    protected override bool Accepts(ReadOnlySpan<byte> spelling) => text.IsMatch(spelling);
}
