using FlowLogs.Filtering.Syntax;
using FlowLogs.Filtering.Values;

namespace FlowLogs.Filtering.Delimited;

/// <summary><c>a = ERROR</c>, <c>a != "4*"</c>: compares the text.</summary>
internal sealed class SlotText(PatternSpan span, bool isNegated, Wildcard text) : SlotCondition(span)
{
    public bool IsNegated { get; } = isNegated;

    public Wildcard Text { get; } = text;

    public override IEnumerable<Wildcard> Wildcards => [Text];

    public override bool Holds(ReadOnlySpan<byte> field) => Text.IsMatch(field) != IsNegated;

    public override Failure Explain(string name, ReadOnlySpan<byte> field) => Fail(name, field);
}
