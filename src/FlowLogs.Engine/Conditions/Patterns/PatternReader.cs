using System.Globalization;
using System.Text;
using FlowLogs.Conditions.Leaves;
using FlowLogs.Conditions.Values;
using FlowLogs.Filtering.Delimited;
using FlowLogs.Filtering.Values;
using FlowLogs.Records;

namespace FlowLogs.Conditions.Patterns;

/// <summary>Turns a delimited pattern into a condition on the records of a format.</summary>
internal static class PatternReader
{
    /// <inheritdoc cref="FlowExpression.FromPattern"/>
    public static FlowExpression? Read(DelimitedPattern pattern, FlowLogFormat format)
    {
        var count = format.Fields.Count;
        if (pattern.MinFields > count)
            return FlowExpression.False;

        var conditions = new List<FlowExpression>();
        for (var column = 0; column < count; column++)
        {
            if (FindSlot(pattern, column, count) is not { Condition: { } condition } slot)
                continue;
            if (pattern.LastTakesRest && column == pattern.Slots.Count - 1 && column < count - 1)
                return null;
            conditions.Add(Read(condition, format.Fields[column], slot.Name!, pattern.Pattern));
        }

        return FlowExpression.All(conditions);
    }

    private static DelimitedSlot? FindSlot(DelimitedPattern pattern, int column, int count) =>
        column < pattern.Slots.Count || pattern.HasEllipsis ? pattern.FindSlot(column, count) : null;

    private static FlowExpression Read(SlotCondition condition, FlowField field, string name, string pattern) => condition switch
    {
        SlotAll all => FlowExpression.All(all.Conditions.Select(part => Read(part, field, name, pattern))),
        SlotAny any => FlowExpression.Any(any.Conditions.Select(part => Read(part, field, name, pattern))),
        SlotNumber number when field.Type != FlowFieldType.Text => ReadNumber(number, field),
        SlotText { IsNegated: var isNegated } text when ReadText(text.Text, field) is { } test =>
            isNegated ? test.Negate() : test,
        _ => new PatternTest(
            field,
            condition,
            condition.Span.In(pattern)[name.Length..].TrimStart(),
            isNegated: false,
            whenMissing: condition.Holds("-"u8)),
    };

    private static NumberTest ReadNumber(SlotNumber number, FlowField field)
    {
        var ranges = Comparisons.Holding(number.Operator, value => Compare(value, number.Number));
        return new NumberTest(field, ranges, whenMissing: number.Holds("-"u8));
    }

    private static int Compare(long value, PatternNumber number) =>
        number.Compare(Encoding.ASCII.GetBytes(value.ToString(CultureInfo.InvariantCulture))) ?? 0;

    // Where the last star ends the text there is nothing behind it for which one would have to go back.
    private static FieldTest? ReadText(Wildcard text, FlowField field)
    {
        if (text.Text == "-")
            return new MissingTest(field, isNegated: false);
        if (!text.HasStar)
            return new TextTest(field, new TextSet([text.Text], ignoresCase: false), isNegated: false, whenMissing: false);
        if (text.Pieces[^1].Length > 0 || text.Text.Contains('?', StringComparison.Ordinal))
            return null;
        var glob = new Glob(text.Text, ignoresCase: false);
        return new WildcardTest(field, glob, isNegated: false, whenMissing: text.IsMatch("-"u8));
    }
}
