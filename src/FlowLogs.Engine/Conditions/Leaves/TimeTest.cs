using System.Globalization;
using FlowLogs.Conditions.Values;
using FlowLogs.Records;

namespace FlowLogs.Conditions.Leaves;

/// <summary>The time in a field lies in one of several ranges of milliseconds since 1970.</summary>
internal sealed class TimeTest(FlowField field, RangeSet<long> milliseconds, bool whenMissing)
    : RangeTest(field, milliseconds, whenMissing)
{
    protected override bool Holds(ReadOnlySpan<byte> text) =>
        Ranges.Contains(FieldNumber.ToMilliseconds(FieldNumber.Parse(text)));

    // Seconds and milliseconds are not in one order, and numbers that are no times not in any.
    protected override (long From, long To)? ToTested(long min, long max) =>
        FieldNumber.IsTime(min) && FieldNumber.IsTime(max) && (min >= FieldNumber.MillisecondsFrom) == (max >= FieldNumber.MillisecondsFrom)
            ? (FieldNumber.ToMilliseconds(min), FieldNumber.ToMilliseconds(max))
            : null;

    protected override RangeTest With(RangeSet<long> newRanges, bool newWhenMissing) =>
        new TimeTest(Field, newRanges, newWhenMissing);

    protected override string Describe() => Describe(static value =>
        value >= FieldNumber.MinMilliseconds && value <= FieldNumber.MaxMilliseconds
            ? DateTimeOffset.FromUnixTimeMilliseconds(value).ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture)
            : value.ToString(CultureInfo.InvariantCulture) + "ms");
}
