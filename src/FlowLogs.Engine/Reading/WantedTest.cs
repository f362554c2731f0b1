using FlowLogs.Conditions;
using FlowLogs.Conditions.Binding;
using FlowLogs.Filtering;
using FlowLogs.Filtering.Values;
using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Reading;

/// <summary>What is wanted of a line, as far as the line can tell: condition, time range and pattern.</summary>
internal sealed class WantedTest(BoundCondition? condition, FilterPattern? pattern) : LineTest
{
    /// <summary>Makes the tests for the formats of a source, which also count.</summary>
    public static Func<FlowLogFormat, LineTest> Of(FlowReadOptions options, SourceTally tally)
    {
        var range = ConditionOf(options with { Condition = null });
        var condition = ConditionOf(options);
        var pattern = options.FilterPattern;
        return format => new StatusTest(
            format.ColumnOf(FlowFieldId.LogStatus),
            range is null ? null : new WantedTest(range.Bind(format), null),
            condition is null && pattern is null ? null : new WantedTest(condition?.Bind(format), pattern),
            tally);
    }

    /// <summary>The condition and the time range as one condition; null if there is neither.</summary>
    public static FlowExpression? ConditionOf(FlowReadOptions options)
    {
        var parts = new List<FlowExpression>();
        if (options.Condition is { } condition)
            parts.Add(condition);
        var start = FlowFields.Get(FlowFieldId.Start);
        if (options.StartTime is { } from)
            parts.Add(FlowExpression.Time(start, ComparisonOperator.GreaterOrEqual, from, whenMissing: true));
        if (options.EndTime is { } to)
            parts.Add(FlowExpression.Time(start, ComparisonOperator.LessOrEqual, to, whenMissing: true));

        return parts switch
        {
            [] => null,
            [var only] => only,
            _ => FlowExpression.All(parts),
        };
    }

    public override bool IsMatch(in LineFields fields) =>
        condition?.IsMatch(fields) != false && pattern?.IsMatch(fields.Line) != false;
}
