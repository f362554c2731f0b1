using FlowLogs.Filtering.Syntax;

namespace FlowLogs.Filtering.Json;

/// <summary><c>$.a = 1 &amp;&amp; $.b = 2</c></summary>
internal sealed class JsonAll(PatternSpan span, JsonCondition[] conditions) : JsonCondition(span)
{
    private readonly JsonCondition[] _conditions = conditions;

    public IReadOnlyList<JsonCondition> Conditions => _conditions;

    public override bool Holds(ReadOnlySpan<byte> message, ReadOnlySpan<JsonValue> found)
    {
        foreach (var condition in _conditions)
        {
            if (!condition.Holds(message, found))
                return false;
        }
        return true;
    }

    public override Failure Explain(ReadOnlySpan<byte> message, ReadOnlySpan<JsonValue> found)
    {
        foreach (var condition in _conditions)
        {
            if (!condition.Holds(message, found))
                return condition.Explain(message, found);
        }
        throw new ArgumentException("The condition holds.", nameof(found));
    }

    public override IEnumerable<string> FindWarnings() =>
        _conditions.SelectMany(static condition => condition.FindWarnings());
}
