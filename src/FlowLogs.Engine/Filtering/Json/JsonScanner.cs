using System.Text.Json;
using FlowLogs.Filtering.Syntax;

namespace FlowLogs.Filtering.Json;

/// <summary>Reads an event once and finds the values that the selectors of a pattern name.</summary>
internal sealed class JsonScanner
{
    // The service reads with a Java library whose limit is 1000.
    private const int MaxDepth = 1000;

    private readonly JsonNode _root = new();
    private int _count;

    private static JsonReaderOptions Options => new() { MaxDepth = MaxDepth };

    /// <summary>How many values are looked for.</summary>
    public int Count => _count;

    /// <summary>Adds a selector while the pattern is being read.</summary>
    /// <returns>The number under which its value will be found.</returns>
    public int Add(ReadOnlySpan<JsonStep> steps) => _root.Add(steps, ref _count);

    /// <inheritdoc cref="JsonNode.Ask"/>
    public int Ask(ReadOnlySpan<JsonStep> steps, JsonCandidates candidates) => _root.Ask(steps, candidates, ref _count);

    /// <summary>Makes a reader of a value that is known to be well formed.</summary>
    public static Utf8JsonReader Open(ReadOnlySpan<byte> value) => new(value, Options);

    /// <summary>Notes where the values are; false if the event is not one JSON object and nothing else.</summary>
    public bool TryScan(ReadOnlySpan<byte> message, Span<JsonValue> found)
    {
        if (!LooksLikeObject(message))
            return false;
        try
        {
            var reader = Open(message);
            reader.Read();
            _root.Visit(ref reader, message, found);
            return !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // The reader throws where the text is no JSON, which is slow. Most of what is not JSON shows at its ends.
    private static bool LooksLikeObject(ReadOnlySpan<byte> message)
    {
        var text = Characters.Trim(message);
        if (text.Length < 2 || text[0] != '{' || text[^1] != '}')
            return false;
        var inner = Characters.Trim(text[1..]);
        return inner[0] is (byte)'"' or (byte)'}';
    }
}
