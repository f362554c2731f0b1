using FlowLogs.Scanning;

namespace FlowLogs.Conditions.Binding;

/// <summary>All of its parts hold.</summary>
internal sealed class BoundAll(LineTest[] parts) : BoundNode
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

    public override int Choose(in LineRun run, Span<ushort> lines)
    {
        foreach (var part in parts)
            lines = lines[..part.Choose(run, lines)];
        return lines.Length;
    }
}
