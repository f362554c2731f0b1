using FlowLogs.Filtering.Regexes;
using FlowLogs.Filtering.Syntax;

namespace FlowLogs.Filtering.Delimited;

/// <summary><c>a = %^1[0-9]%</c></summary>
internal sealed class SlotRegex(PatternSpan span, bool isNegated, PatternRegex regex) : SlotCondition(span)
{
    public bool IsNegated { get; } = isNegated;

    public PatternRegex Regex { get; } = regex;

    public override bool Holds(ReadOnlySpan<byte> field) => Regex.IsMatch(field) != IsNegated;

    public override Failure Explain(string name, ReadOnlySpan<byte> field) => Fail(name, field);
}
