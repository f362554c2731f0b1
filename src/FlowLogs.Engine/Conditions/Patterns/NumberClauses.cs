using System.Globalization;
using FlowLogs.Conditions.Leaves;
using FlowLogs.Conditions.Values;
using FlowLogs.Records;

namespace FlowLogs.Conditions.Patterns;

/// <summary>
/// Numbers and times in a pattern. Comparisons with unquoted numbers are by value and false for <c>-</c>; whether
/// <c>!=</c> is true for it is not documented, so that one is written with a quoted number, which is a text.
/// </summary>
internal static class NumberClauses
{
    private const long LastSecond = FieldNumber.MillisecondsFrom - 1;

    public static Implied Write(NumberTest test, Spelling spelling) => Write(test, test.Ranges, spelling);

    // A time is a number of seconds or, where that is too large, of milliseconds; AWS writes seconds.
    public static Implied Write(TimeTest test, Spelling spelling)
    {
        var seconds = test.Ranges.Ranges.Select(static range => (CeilingOfSeconds(range.From), FloorOfSeconds(range.To)));
        if (spelling == Spelling.Aws)
            return Write(test, RangeSet<long>.Of(seconds), spelling);

        var limited = seconds.Select(static range => (range.Item1, Math.Min(range.Item2, LastSecond)));
        var milliseconds = test.Ranges.Ranges
            .Select(static range => (Math.Max(range.From, FieldNumber.MillisecondsFrom), range.To));
        return Write(test, RangeSet<long>.Of(limited.Concat(milliseconds)), spelling);
    }

    private static Implied Write(RangeTest test, RangeSet<long> ranges, Spelling spelling)
    {
        var (min, max) = spelling == Spelling.Aws ? AwsVocabulary.Limits(test.Field) : (long.MinValue, long.MaxValue);
        var excluded = ranges.Complement().Intersect(RangeSet<long>.Of((min, max))).Ranges;
        if (spelling == Spelling.Aws && excluded.Count > 0 && excluded.All(static range => range.From == range.To))
        {
            Clause[] parts = [.. excluded.Select(static range => Clause.NotEqual(Show(range.From)))];
            return new Implied(TestClauses.WithMissing(Clause.All(parts), holdsWhenMissing: true, test.WhenMissing));
        }

        var alternatives = ranges.Ranges.Select(range => Write(range, min, max)).ToList();
        if (alternatives.Count == 0)
            alternatives.Add(new Clause.Comparison($"< {Show(min)}"));
        return new Implied(TestClauses.WithMissing(Clause.Any(alternatives), holdsWhenMissing: false, test.WhenMissing));
    }

    private static Clause Write((long From, long To) range, long min, long max)
    {
        if (range.From == range.To)
            return new Clause.Comparison($"= {Show(range.From)}");
        var from = new Clause.Comparison($">= {Show(range.From)}");
        var to = new Clause.Comparison($"<= {Show(range.To)}");
        return (range.From <= min, range.To >= max) switch
        {
            (false, false) => Clause.All([from, to]),
            (true, false) => to,
            (false, true) => from,
            _ => new Clause.Comparison($">= {Show(min)}"),
        };
    }

    private static long FloorOfSeconds(long milliseconds) =>
        milliseconds == long.MaxValue ? milliseconds : (long)Math.Floor(milliseconds / 1000m);

    private static long CeilingOfSeconds(long milliseconds) =>
        milliseconds == long.MinValue ? milliseconds : (long)Math.Ceiling(milliseconds / 1000m);

    private static string Show(long value) => value.ToString(CultureInfo.InvariantCulture);
}
