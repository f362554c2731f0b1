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
    /// <summary>Makes the tests for the formats of a source.</summary>
    public static Func<FlowLogFormat, LineTest> Of(FlowReadOptions options, SourceTally tally)
    {
        var range = TimeRange(options);
        List<FlowExpression> parts = options.Condition is { } condition ? [condition, .. range] : range;
        var pattern = options.FilterPattern;
        return format => new StatusTest(
            format.ColumnOf(FlowFieldId.LogStatus),
            range.Count == 0 ? null : new WantedTest(Join(range).Bind(format), null),
            parts.Count == 0 && pattern is null ? null : new WantedTest(parts.Count == 0 ? null : Join(parts).Bind(format), pattern),
            tally);
    }

    public override bool IsMatch(in LineFields fields) =>
        condition?.IsMatch(fields) != false && pattern?.IsMatch(fields.Line) != false;

    private static List<FlowExpression> TimeRange(FlowReadOptions options)
    {
        var parts = new List<FlowExpression>();
        var start = FlowFields.Get(FlowFieldId.Start);
        if (options.StartTime is { } from)
            parts.Add(FlowExpression.Time(start, ComparisonOperator.GreaterOrEqual, from, whenMissing: true));
        if (options.EndTime is { } to)
            parts.Add(FlowExpression.Time(start, ComparisonOperator.LessOrEqual, to, whenMissing: true));
        return parts;
    }

    private static FlowExpression Join(List<FlowExpression> parts) => parts is [var only] ? only : FlowExpression.All(parts);
}
