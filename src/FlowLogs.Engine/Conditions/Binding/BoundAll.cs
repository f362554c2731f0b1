using FlowLogs.Scanning;

namespace FlowLogs.Conditions.Binding;

/// <summary>All of its parts hold.</summary>
internal sealed class BoundAll(BoundNode[] parts) : BoundNode
{
    public override bool IsMatch(in LineFields fields)
    {
        foreach (var part in parts)
        {
            if (!part.IsMatch(fields))
                return false;
        }

        return true;
    }
}
