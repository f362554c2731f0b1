using FlowLogs.Filtering.Syntax;
using FlowLogs.Filtering.Values;

namespace FlowLogs.Filtering.Delimited;

/// <summary><c>a = 404</c>: compares by value. A field that is no number is only unequal.</summary>
internal sealed class SlotNumber(PatternSpan span, ComparisonOperator comparison, PatternNumber number)
    : SlotCondition(span)
{
    public ComparisonOperator Operator { get; } = comparison;

    public PatternNumber Number { get; } = number;

    public override bool Holds(ReadOnlySpan<byte> field) =>
        Number.Compare(field) is { } order ? Operator.Holds(order) : Operator == ComparisonOperator.NotEqual;

    public override Failure Explain(string name, ReadOnlySpan<byte> field) =>
        Fail(name, field, Number.Compare(field) is null ? ", which is not a number" : null);
}
