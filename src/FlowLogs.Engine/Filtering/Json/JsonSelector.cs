using System.Text.Json;

namespace FlowLogs.Filtering.Json;

/// <summary>
/// What a condition looks at. With a wildcard there are any number of candidates: the elements or members of the
/// value before the wildcard, each followed by the steps behind it.
/// </summary>
internal sealed class JsonSelector
{
    private readonly int _number;
    private readonly JsonScanner? _behindWildcard;

    /// <summary>Makes a selector and registers it with the scanner of its pattern.</summary>
    public JsonSelector(string text, JsonStep[] steps, JsonScanner scanner)
    {
        Text = text;
        Steps = steps;
        var wildcard = Array.FindIndex(steps, static step => step.IsWildcard);
        if (wildcard >= 0)
        {
            _behindWildcard = new JsonScanner();
            _behindWildcard.Add(steps.AsSpan(wildcard + 1));
        }
        _number = scanner.Add(wildcard < 0 ? steps : steps.AsSpan(0, wildcard));
    }

    /// <summary>The selector as it is written.</summary>
    public string Text { get; }

    public IReadOnlyList<JsonStep> Steps { get; }

    public bool HasWildcard => _behindWildcard is not null;

    /// <summary>The value that a selector without a wildcard names, or the one before the wildcard.</summary>
    public JsonValue Find(ReadOnlySpan<JsonValue> found) => found[_number];

    /// <summary>Whether a test accepts some candidate. Only for selectors with a wildcard.</summary>
    public bool AnyCandidate(ReadOnlySpan<byte> message, ReadOnlySpan<JsonValue> found, JsonTest test)
    {
        var container = Find(found);
        if (container.Kind is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return false;
        var json = container.In(message);
        var reader = JsonScanner.Open(json);
        reader.Read();
        return container.Kind == JsonTokenType.StartArray
            ? AnyElement(ref reader, json, test)
            : AnyMember(ref reader, json, test);
    }

    private bool AnyElement(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, JsonTest test)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (IsAccepted(ref reader, json, test))
                return true;
        }
        return false;
    }

    private bool AnyMember(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, JsonTest test)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            var isEscaped = reader.ValueIsEscaped;
            reader.Read();
            if (IsAccepted(ref reader, json, test))
                return !IsRepeated(reader, name, isEscaped) || AnyLastMember(json, test);
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
    private bool AnyLastMember(ReadOnlySpan<byte> json, JsonTest test)
    {
        var accepted = new Dictionary<string, bool>(StringComparer.Ordinal);
        var reader = JsonScanner.Open(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonText.ToString(reader.ValueSpan, reader.ValueIsEscaped);
            reader.Read();
            accepted[name] = IsAccepted(ref reader, json, test);
        }
        return accepted.ContainsValue(true);
    }

    private bool IsAccepted(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, JsonTest test)
    {
        var candidate = default(JsonValue);
        _behindWildcard!.Scan(ref reader, new Span<JsonValue>(ref candidate));
        return candidate.Exists && test.Accepts(json, candidate) == true;
    }
}
