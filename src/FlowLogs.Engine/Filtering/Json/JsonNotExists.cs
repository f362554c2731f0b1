using FlowLogs.Filtering.Syntax;

namespace FlowLogs.Filtering.Json;

/// <summary><c>$.a NOT EXISTS</c></summary>
internal sealed class JsonNotExists(PatternSpan span, JsonSelector selector) : JsonCondition(span)
{
    public JsonSelector Selector { get; } = selector;

    public override bool Holds(ReadOnlySpan<byte> message, ReadOnlySpan<JsonValue> found) => Selector.HasWildcard
        ? !Selector.AnyCandidate(message, found)
        : !Selector.Find(found).Exists;

    public override Failure Explain(ReadOnlySpan<byte> message, ReadOnlySpan<JsonValue> found)
    {
        var value = Selector.Find(found).ToText(message);
        return new Failure(Span, value, $"{Selector.Text} exists");
    }

    public override IEnumerable<string> FindWarnings() => [];
}
