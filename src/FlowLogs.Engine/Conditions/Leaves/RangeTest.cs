using FlowLogs.Conditions.Values;
using FlowLogs.Records;

namespace FlowLogs.Conditions.Leaves;

/// <summary>A test on a field that holds a number: whether it lies in one of several ranges.</summary>
internal abstract class RangeTest(FlowField field, RangeSet<long> ranges, bool whenMissing) : FieldTest(field, whenMissing)
{
    public RangeSet<long> Ranges => ranges;

    public override int Cost => 1;

    public override FlowExpression WithMissing(bool result) => With(ranges, result).Reduce();

    public override FlowExpression? Join(FieldTest other, bool isAll)
    {
        if (other.GetType() != GetType())
            return null;
        var others = ((RangeTest)other).Ranges;
        return isAll
            ? With(ranges.Intersect(others), WhenMissing && other.WhenMissing).Reduce()
            : With(ranges.Union(others), WhenMissing || other.WhenMissing).Reduce();
    }

    public override FlowExpression Reduce() => ranges.IsEmpty || ranges.IsAll ? ReduceTo(ranges.IsAll) : this;

    internal override FlowExpression Negate() => With(ranges.Complement(), !WhenMissing);

    protected sealed override bool CanHold(in FlowValueRange range)
    {
        if (!range.IsOrdered)
            return base.CanHold(range);
        return ToTested(FieldNumber.Parse(range.Min.Span), FieldNumber.Parse(range.Max.Span)) is not { } tested
            || ranges.Overlaps(tested.From, tested.To);
    }

    /// <summary>What the numbers between two are in the terms of the test's ranges; null if that cannot be said.</summary>
    protected abstract (long From, long To)? ToTested(long min, long max);

    protected abstract RangeTest With(RangeSet<long> newRanges, bool newWhenMissing);

    protected string Describe(Func<long, string> show)
    {
        var isEqual = ranges.Ranges is [var only] && only.From == only.To;
        return $"{Field} {(isEqual ? "=" : "in")} {ranges.Describe(show)}";
    }
}
