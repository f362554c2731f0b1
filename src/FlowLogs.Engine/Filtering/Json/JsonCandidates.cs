using System.Text.Json;

namespace FlowLogs.Filtering.Json;

/// <summary>
/// What a condition with a wildcard asks of all elements or members of a value: whether for some of them the steps behind
/// the wildcard lead to a value that passes a test.
/// </summary>
internal sealed class JsonCandidates
{
    private readonly JsonNode _behind = new();
    private readonly JsonTest _test;

    public JsonCandidates(ReadOnlySpan<JsonStep> steps, JsonTest test)
    {
        var count = 0;
        _behind.Add(steps, ref count);
        _test = test;
    }

    /// <summary>Whether one of the elements or members of a value, an array or object, is accepted.</summary>
    public bool AnyAccepted(ReadOnlySpan<byte> json, JsonTokenType kind)
    {
        var reader = JsonScanner.Open(json);
        reader.Read();
        return kind == JsonTokenType.StartArray ? AnyElement(ref reader, json) : AnyMember(ref reader, json);
    }

    /// <summary>Whether the value at which a reader of a text stands is accepted; goes to its end.</summary>
    public bool IsAccepted(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> json)
    {
        var candidate = default(JsonValue);
        _behind.Visit(ref reader, json, new Span<JsonValue>(ref candidate));
        return candidate.Exists && _test.Accepts(json, candidate) == true;
    }

    private bool AnyElement(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (IsAccepted(ref reader, json))
                return true;
        }
        return false;
    }

    private bool AnyMember(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            var isEscaped = reader.ValueIsEscaped;
            reader.Read();
            if (IsAccepted(ref reader, json))
                return !IsRepeated(reader, name, isEscaped) || AnyLastMember(json);
        }
        return false;
    }

    // Takes the reader by value: the caller's stays where it is.
    private static bool IsRepeated(Utf8JsonReader reader, ReadOnlySpan<byte> name, bool isEscaped)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            // Two spellings with escapes may be the same name; what follows looks closer.
            if (isEscaped || JsonText.AreEqual(reader.ValueSpan, reader.ValueIsEscaped, name))
                return true;
            reader.Skip();
        }
        return false;
    }

    // For the rare object that has a member twice: the last one counts.
    private bool AnyLastMember(ReadOnlySpan<byte> json)
    {
        var accepted = new Dictionary<string, bool>(StringComparer.Ordinal);
        var reader = JsonScanner.Open(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonText.ToString(reader.ValueSpan, reader.ValueIsEscaped);
            reader.Read();
            accepted[name] = IsAccepted(ref reader, json);
        }
        return accepted.ContainsValue(true);
    }
}
