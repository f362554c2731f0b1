using FlowLogs.Scanning;

namespace FlowLogs.Conditions.Binding;

/// <summary>Decided without looking at the line.</summary>
internal sealed class BoundConstant(bool value) : BoundNode
{
    public override bool IsMatch(in LineFields fields) => value;
}
