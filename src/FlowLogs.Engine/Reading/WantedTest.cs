using FlowLogs.Conditions;
using FlowLogs.Conditions.Binding;
using FlowLogs.Filtering.Values;
using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Reading;

/// <summary>What is wanted of lines: condition, time range and pattern in one test.</summary>
internal static class WantedTest
{
    /// <summary>Makes the tests for the formats of a source, which also count.</summary>
    public static Func<FlowLogFormat, LineTest> Of(FlowReadOptions options, SourceTally tally)
    {
        var range = ConditionOf(options with { Condition = null });
        var condition = ConditionOf(options);
        var pattern = options.FilterPattern;
        return format => new StatusTest(
            format.ColumnOf(FlowFieldId.LogStatus),
            range?.Bind(format).Root,
            Join(condition?.Bind(format).Root, pattern is null ? null : PatternTest.Of(pattern, format)),
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

    private static LineTest? Join(LineTest? condition, LineTest? pattern) =>
        condition is null || pattern is null ? condition ?? pattern : new BoundAll([condition, pattern]);
}
