using FlowLogs.Filtering.Syntax;

namespace FlowLogs.Filtering.Delimited;

/// <summary>What a slot of a delimited pattern asks of its field.</summary>
internal abstract class SlotCondition(PatternSpan span)
{
    /// <summary>Where the condition stands in the pattern.</summary>
    public PatternSpan Span { get; } = span;

    /// <summary>Whether the condition holds for a field, given without its quotes or brackets.</summary>
    public abstract bool Holds(ReadOnlySpan<byte> field);
}
