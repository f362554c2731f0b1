using System.Globalization;
using FlowLogs.Conditions.Binding;
using FlowLogs.Conditions.Values;
using FlowLogs.Records;

namespace FlowLogs.Conditions.Leaves;

/// <summary>The number in a field lies in one of several ranges. Of a time field it is the number that the line has.</summary>
internal sealed class NumberTest(FlowField field, RangeSet<long> ranges, bool whenMissing)
    : RangeTest(field, ranges, whenMissing)
{
    public override BoundNode Bind(int column) =>
        Ranges.Ranges is [var only] ? new BoundNumber(column, only.From, only.To, this) : base.Bind(column);

    protected override bool Holds(ReadOnlySpan<byte> text) => Ranges.Contains(FieldNumber.Parse(text));

    protected override (long From, long To)? ToTested(long min, long max) => (min, max);

    protected override RangeTest With(RangeSet<long> newRanges, bool newWhenMissing) =>
        new NumberTest(Field, newRanges, newWhenMissing);

    protected override string Describe() => Describe(static value => value.ToString(CultureInfo.InvariantCulture));
}
