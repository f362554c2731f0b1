namespace FlowLogs.Conditions.Nodes;

/// <summary>One of its parts holds; false without parts.</summary>
internal sealed class AnyExpression(IReadOnlyList<FlowExpression> parts) : FlowExpression
{
    public IReadOnlyList<FlowExpression> Parts => parts;

    public override string ToString() => parts.Count == 0
        ? ConstantExpression.False.ToString()
        : string.Join(" or ", parts);

    internal override string ToPartString() => parts.Count < 2 ? ToString() : $"({this})";

    internal override FlowExpression Negate() => new AllExpression([.. parts.Select(static part => part.Negate())]);
}
