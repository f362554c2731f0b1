using FlowLogs.Filtering.Syntax;

namespace FlowLogs.Filtering.Json;

/// <summary>A condition on an event that is a JSON object.</summary>
internal abstract class JsonCondition(PatternSpan span)
{
    /// <summary>Where the condition stands in the pattern.</summary>
    public PatternSpan Span { get; } = span;

    /// <summary>Whether the condition holds for an event in which the scanner has found these values.</summary>
    public abstract bool Holds(ReadOnlySpan<byte> message, ReadOnlySpan<JsonValue> found);

    /// <summary>What of the condition fails for an event for which it does not hold.</summary>
    public abstract Failure Explain(ReadOnlySpan<byte> message, ReadOnlySpan<JsonValue> found);

    /// <summary>What surprises in the condition.</summary>
    public abstract IEnumerable<string> FindWarnings();
}
