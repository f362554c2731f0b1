using FlowLogs.Filtering.Syntax;

namespace FlowLogs.Filtering.Delimited;

/// <summary><c>a = 1 &amp;&amp; a = 2</c></summary>
internal sealed class SlotAll(PatternSpan span, SlotCondition[] conditions) : SlotCondition(span)
{
    private readonly SlotCondition[] _conditions = conditions;

    public IReadOnlyList<SlotCondition> Conditions => _conditions;

    public override bool Holds(ReadOnlySpan<byte> field)
    {
        foreach (var condition in _conditions)
        {
            if (!condition.Holds(field))
                return false;
        }
        return true;
    }
}
