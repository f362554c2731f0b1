namespace FlowLogs.Conditions.Nodes;

/// <summary>All of its parts hold; true without parts.</summary>
internal sealed class AllExpression(IReadOnlyList<FlowExpression> parts) : FlowExpression
{
    public IReadOnlyList<FlowExpression> Parts => parts;

    public override string ToString() => parts.Count == 0
        ? ConstantExpression.True.ToString()
        : string.Join(" and ", parts.Select(static part => part.ToPartString()));

    internal override FlowExpression Negate() => new AnyExpression([.. parts.Select(static part => part.Negate())]);
}
