using System.Runtime.InteropServices;
using System.Text.Json;

namespace FlowLogs.Filtering.Json;

/// <summary>Where a value stands in a JSON text.</summary>
/// <param name="Kind">What it starts with; <see cref="JsonTokenType.None"/>: there is no such value.</param>
/// <param name="Start">Where it starts: a string behind its quote, an object or array with its bracket.</param>
/// <param name="Length">Its length without the quotes, or with the brackets.</param>
/// <param name="IsEscaped">Whether a string has escapes.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct JsonValue(JsonTokenType Kind, int Start, int Length, bool IsEscaped)
{
    /// <summary>The answer to a question, in the place of a value.</summary>
    public static JsonValue Of(bool answer) =>
        new(answer ? JsonTokenType.True : JsonTokenType.False, 0, 0, IsEscaped: false);

    public bool Exists => Kind != JsonTokenType.None;

    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> json) => json.Slice(Start, Length);

    /// <summary>A string as it is meant, anything else as it is written; null if it is missing.</summary>
    public string? ToText(ReadOnlySpan<byte> json) => Exists ? JsonText.ToString(In(json), IsEscaped) : null;

    /// <summary>A value in a sentence.</summary>
    public string Describe(string text) => Kind switch
    {
        JsonTokenType.String => $"the text '{text}'",
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        _ => text,
    };
}
