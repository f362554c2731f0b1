using FlowLogs.Filtering.Syntax;

namespace FlowLogs.Filtering.Json;

/// <summary><c>$.a = 1 || $.b = 2</c></summary>
internal sealed class JsonAny(PatternSpan span, JsonCondition[] conditions) : JsonCondition(span)
{
    private readonly JsonCondition[] _conditions = conditions;

    public IReadOnlyList<JsonCondition> Conditions => _conditions;

    public override bool Holds(ReadOnlySpan<byte> message, ReadOnlySpan<JsonValue> found)
    {
        foreach (var condition in _conditions)
        {
            if (condition.Holds(message, found))
                return true;
        }
        return false;
    }

    public override Failure Explain(ReadOnlySpan<byte> message, ReadOnlySpan<JsonValue> found)
    {
        var failures = new List<Failure>();
        foreach (var condition in _conditions)
            failures.Add(condition.Explain(message, found));
        return Failure.OfAll(Span, failures);
    }

    public override IEnumerable<string> FindWarnings() =>
        _conditions.SelectMany(static condition => condition.FindWarnings());
}
