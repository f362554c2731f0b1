using FlowLogs.Filtering.Values;

namespace FlowLogs.Filtering.Json;

/// <summary>A comparison with text, which may have wildcards.</summary>
internal sealed class JsonTextTest(Wildcard text, bool isQuoted) : JsonSpellingTest
{
    protected override bool Accepts(ReadOnlySpan<byte> spelling) => text.IsMatch(spelling);

    public override string? FindWarning() => text.Text is "true" or "false" && !isQuoted
        ? $"{text.Text} is the text '{text.Text}' and never a boolean: write IS {text.Text.ToUpperInvariant()} for "
            + "that."
        : text.FindWarning();
}
