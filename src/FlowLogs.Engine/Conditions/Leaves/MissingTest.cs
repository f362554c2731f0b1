using FlowLogs.Conditions.Nodes;
using FlowLogs.Records;

namespace FlowLogs.Conditions.Leaves;

/// <summary>The field is missing, or is not.</summary>
internal sealed class MissingTest(FlowField field, bool isNegated) : FieldTest(field, whenMissing: !isNegated)
{
    public override int Cost => 0;

    public override FlowExpression WithMissing(bool result) =>
        result == WhenMissing ? this : ConstantExpression.Of(result);

    public override FlowExpression? Join(FieldTest other, bool isAll)
    {
        // "present and X" is X that is false of a missing field; "missing or X" is X that is true of one.
        if (isAll == isNegated)
            return other.WithMissing(!isNegated);
        return other.WhenMissing == isAll ? this : ConstantExpression.Of(!isAll);
    }

    public override string ToString() => Describe();

    internal override FlowExpression Negate() => new MissingTest(Field, !isNegated);

    protected override bool Holds(ReadOnlySpan<byte> text) => isNegated;

    protected override string Describe() => $"{Field} {(isNegated ? "present" : "missing")}";
}
