using FlowLogs.Filtering.Syntax;

namespace FlowLogs.Filtering.Json;

/// <summary><c>$.a = 1</c>, <c>$.a[*] != "x*"</c>, <c>$.a IS NULL</c>: a test of what a selector names.</summary>
internal sealed class JsonComparison(PatternSpan span, JsonSelector selector, bool isNegated, JsonTest test)
    : JsonCondition(span)
{
    public JsonSelector Selector { get; } = selector;

    /// <summary>Whether the operator is <c>!=</c>.</summary>
    public bool IsNegated { get; } = isNegated;

    public JsonTest Test { get; } = test;

    public override bool Holds(ReadOnlySpan<byte> message, ReadOnlySpan<JsonValue> found)
    {
        var value = Selector.Find(found);
        if (!value.Exists)
            return false;
        // With a wildcard != asks that no candidate is equal, those that cannot be compared and none at all included.
        return Selector.HasWildcard
            ? Selector.AnyCandidate(message, found) != IsNegated
            : Test.Accepts(message, value) == !IsNegated;
    }

    public override Failure Explain(ReadOnlySpan<byte> message, ReadOnlySpan<JsonValue> found)
    {
        var value = Selector.Find(found);
        var text = value.ToText(message);
        if (Selector.HasWildcard)
        {
            return new Failure(Span, text, IsNegated && value.Exists
                ? $"one of {Selector.Text} is equal"
                : $"none of {Selector.Text} passes");
        }
        if (!value.Exists)
        {
            var missing = $"{Selector.Text} is missing, and only NOT EXISTS holds for what is missing";
            return new Failure(Span, null, missing);
        }
        var reason = $"{Selector.Text} is {value.Describe(text!)}";
        return new Failure(Span, text, Test.Accepts(message, value) is null ? reason + Test.Refusal : reason);
    }

    public override IEnumerable<string> FindWarnings()
    {
        if (Test.FindWarning() is { } warning)
            yield return warning;
        if (Selector.HasWildcard && IsNegated)
            yield return $"{Selector.Text} with != asks that none of them is equal, and holds if there are none.";
    }
}
