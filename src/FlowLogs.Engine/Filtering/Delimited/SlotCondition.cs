using System.Text;
using FlowLogs.Filtering.Syntax;
using FlowLogs.Filtering.Values;

namespace FlowLogs.Filtering.Delimited;

/// <summary>What a slot of a delimited pattern asks of its field.</summary>
internal abstract class SlotCondition(PatternSpan span)
{
    /// <summary>Where the condition stands in the pattern.</summary>
    public PatternSpan Span { get; } = span;

    /// <summary>Whether the condition holds for a field, given without its quotes or brackets.</summary>
    public abstract bool Holds(ReadOnlySpan<byte> field);

    /// <summary>What of the condition fails for a field for which it does not hold.</summary>
    /// <param name="name">The slot's name.</param>
    /// <param name="field">The field.</param>
    public abstract Failure Explain(string name, ReadOnlySpan<byte> field);

    /// <summary>The texts with wildcards in the condition.</summary>
    public virtual IEnumerable<Wildcard> Wildcards => [];

    protected Failure Fail(string name, ReadOnlySpan<byte> field, string? remark = null)
    {
        var value = Encoding.UTF8.GetString(field);
        return new Failure(Span, value, $"{name} is '{value}'{remark}");
    }
}
