using System.Text.Json;

namespace FlowLogs.Filtering.Json;

/// <summary>
/// What a condition looks at. With a wildcard there are any number of candidates: the elements or members of the
/// value before the wildcard, each followed by the steps behind it.
/// </summary>
internal sealed class JsonSelector
{
    private readonly JsonStep[] _steps;
    private readonly JsonScanner _scanner;
    private readonly int _wildcard;
    private readonly int _number;
    private JsonCandidates? _candidates;
    private int _answer = -1;

    /// <summary>Makes a selector and registers it with the scanner of its pattern.</summary>
    public JsonSelector(string text, JsonStep[] steps, JsonScanner scanner)
    {
        Text = text;
        _steps = steps;
        _scanner = scanner;
        _wildcard = Array.FindIndex(steps, static step => step.IsWildcard);
        _number = scanner.Add(_wildcard < 0 ? steps : steps.AsSpan(0, _wildcard));
    }

    /// <summary>The selector as it is written.</summary>
    public string Text { get; }

    public IReadOnlyList<JsonStep> Steps => _steps;

    public bool HasWildcard => _wildcard >= 0;

    /// <summary>Sets the test for <see cref="AnyCandidate"/>. To be called once, while the pattern is being read.</summary>
    public void AskCandidates(JsonTest test)
    {
        if (!HasWildcard)
            return;
        _candidates = new JsonCandidates(_steps.AsSpan(_wildcard + 1), test);
        _answer = _scanner.Ask(_steps.AsSpan(0, _wildcard), _candidates);
    }

    /// <summary>The value that a selector without a wildcard names, or the one before the wildcard.</summary>
    public JsonValue Find(ReadOnlySpan<JsonValue> found) => found[_number];

    /// <summary>Whether the test accepts some candidate. Only for selectors with a wildcard.</summary>
    public bool AnyCandidate(ReadOnlySpan<byte> message, ReadOnlySpan<JsonValue> found)
    {
        // The scanner has answered for most arrays.
        if (_answer >= 0 && found[_answer].Exists)
            return found[_answer].Kind == JsonTokenType.True;
        var container = Find(found);
        return container.Kind is JsonTokenType.StartObject or JsonTokenType.StartArray
            && _candidates!.AnyAccepted(container.In(message), container.Kind);
    }
}
