using FlowLogs.Records;

namespace FlowLogs.Conditions.Leaves;

/// <summary>A test whose opposite is the same test, negated.</summary>
internal abstract class NegatableTest(FlowField field, bool isNegated, bool whenMissing) : FieldTest(field, whenMissing)
{
    public bool IsNegated => isNegated;

    public override FlowExpression WithMissing(bool result) => With(isNegated, result).Reduce();

    internal override FlowExpression Negate() => With(!isNegated, !WhenMissing);

    protected sealed override bool Holds(ReadOnlySpan<byte> text) => Finds(text) != isNegated;

    /// <summary>Whether the field has what the test looks for, negated or not.</summary>
    protected abstract bool Finds(ReadOnlySpan<byte> text);

    protected abstract NegatableTest With(bool newIsNegated, bool newWhenMissing);

    /// <summary>
    /// What is missing of a joint of two tests that look for one of several things: "one of these or one of those" is
    /// one of all, and "none of these and none of those" none of all.
    /// </summary>
    /// <returns>The result for a missing field; null if they do not join so.</returns>
    protected bool? JoinLists(NegatableTest other, bool isAll)
    {
        if (isAll != isNegated || other.IsNegated != isNegated)
            return null;
        return isAll ? WhenMissing && other.WhenMissing : WhenMissing || other.WhenMissing;
    }
}
