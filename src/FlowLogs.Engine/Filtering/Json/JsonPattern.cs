using FlowLogs.Filtering.Syntax;

namespace FlowLogs.Filtering.Json;

/// <summary>A JSON pattern. An event that is not one JSON object never matches, whatever is asked.</summary>
internal sealed class JsonPattern : CompiledPattern
{
    private readonly JsonScanner _scanner;

    private JsonPattern(string pattern, JsonCondition condition, JsonScanner scanner)
        : base(pattern)
    {
        Condition = condition;
        _scanner = scanner;
    }

    public JsonCondition Condition { get; }

    public static JsonPattern Parse(string pattern)
    {
        if (!pattern.EndsWith('}'))
            throw PatternErrors.MustEndWith(pattern, '{', '}');
        var parser = new JsonParser(pattern);
        return new JsonPattern(pattern, parser.Read(), parser.Scanner);
    }

    public override bool IsMatch(ReadOnlySpan<byte> message)
    {
        // A pattern of 1,024 characters has at most about 150 selectors.
        Span<JsonValue> found = stackalloc JsonValue[_scanner.Count];
        found.Clear();
        return _scanner.TryScan(message, found) && Condition.Holds(message, found);
    }

    public override FilterExplanation Explain(ReadOnlySpan<byte> message)
    {
        var found = new JsonValue[_scanner.Count];
        if (!_scanner.TryScan(message, found))
            return Explain("the event is not a JSON object with nothing around it");
        return Condition.Holds(message, found)
            ? FilterExplanation.Match
            : Explain(Condition.Explain(message, found));
    }

    public override IEnumerable<string> FindWarnings() => Condition.FindWarnings();
}
