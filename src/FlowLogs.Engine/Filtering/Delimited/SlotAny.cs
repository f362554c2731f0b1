using FlowLogs.Filtering.Syntax;

namespace FlowLogs.Filtering.Delimited;

/// <summary><c>a = 1 || a = 2</c></summary>
internal sealed class SlotAny(PatternSpan span, SlotCondition[] conditions) : SlotCondition(span)
{
    private readonly SlotCondition[] _conditions = conditions;

    public IReadOnlyList<SlotCondition> Conditions => _conditions;

    public override bool Holds(ReadOnlySpan<byte> field)
    {
        foreach (var condition in _conditions)
        {
            if (condition.Holds(field))
                return true;
        }
        return false;
    }
}
