namespace FlowLogs.Conditions.Nodes;

/// <summary>Always true or always false.</summary>
internal sealed class ConstantExpression : FlowExpression
{
    private ConstantExpression(bool value) => Value = value;

    public static new ConstantExpression True { get; } = new(true);

    public static new ConstantExpression False { get; } = new(false);

    public bool Value { get; }

    public static ConstantExpression Of(bool value) => value ? True : False;

    public override string ToString() => Value ? "true" : "false";

    internal override FlowExpression Negate() => Of(!Value);
}
