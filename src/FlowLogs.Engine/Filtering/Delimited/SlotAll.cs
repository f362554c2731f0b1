using FlowLogs.Filtering.Syntax;
using FlowLogs.Filtering.Values;

namespace FlowLogs.Filtering.Delimited;

/// <summary><c>a = 1 &amp;&amp; a = 2</c></summary>
internal sealed class SlotAll(PatternSpan span, SlotCondition[] conditions) : SlotCondition(span)
{
    private readonly SlotCondition[] _conditions = conditions;

    public IReadOnlyList<SlotCondition> Conditions => _conditions;

    public override IEnumerable<Wildcard> Wildcards => _conditions.SelectMany(static condition => condition.Wildcards);

    public override bool Holds(ReadOnlySpan<byte> field)
    {
        foreach (var condition in _conditions)
        {
            if (!condition.Holds(field))
                return false;
        }
        return true;
    }

    public override Failure Explain(string name, ReadOnlySpan<byte> field)
    {
        foreach (var condition in _conditions)
        {
            if (!condition.Holds(field))
                return condition.Explain(name, field);
        }
        throw new ArgumentException("The condition holds.", nameof(field));
    }
}
