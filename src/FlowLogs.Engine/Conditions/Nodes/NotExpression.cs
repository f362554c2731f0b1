namespace FlowLogs.Conditions.Nodes;

/// <summary>Its part does not hold.</summary>
internal sealed class NotExpression(FlowExpression part) : FlowExpression
{
    public FlowExpression Part => part;

    public override string ToString() => $"not ({part})";

    internal override FlowExpression Negate() => part;
}
