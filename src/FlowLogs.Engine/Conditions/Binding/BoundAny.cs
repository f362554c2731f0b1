using FlowLogs.Scanning;

namespace FlowLogs.Conditions.Binding;

/// <summary>One of its parts holds.</summary>
internal sealed class BoundAny(BoundNode[] parts) : BoundNode
{
    public override bool IsMatch(in LineFields fields)
    {
        foreach (var part in parts)
        {
            if (part.IsMatch(fields))
                return true;
        }

        return false;
    }
}
