using System.Buffers;
using FlowLogs.Conditions;
using FlowLogs.Filtering;
using FlowLogs.Filtering.Values;
using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Reading;

/// <summary>What is wanted of a line where that is more than a condition: condition, time range and pattern.</summary>
/// <param name="condition">The condition and time range for the lines' format; null for all.</param>
/// <param name="pattern">The pattern.</param>
/// <param name="fields">What the pattern says of lines of the format without <see cref="Marks"/>; null if nobody knows.</param>
internal sealed class WantedTest(LineTest? condition, FilterPattern pattern, LineTest? fields) : LineTest
{
    // Patterns take these off fields, or end fields there.
    private static readonly SearchValues<byte> Marks = SearchValues.Create([.. "\"["u8, .. Enumerable.Range(0, ' ').Select(static c => (byte)c)]);

    /// <summary>Makes the tests for the formats of a source, which also count.</summary>
    public static Func<FlowLogFormat, LineTest> Of(FlowReadOptions options, SourceTally tally)
    {
        var range = ConditionOf(options with { Condition = null });
        var condition = ConditionOf(options);
        var pattern = options.FilterPattern;
        return format => new StatusTest(
            format.ColumnOf(FlowFieldId.LogStatus),
            range?.Bind(format).Root,
            pattern is null ? condition?.Bind(format).Root : new WantedTest(condition?.Bind(format).Root, pattern, Bind(pattern, format)),
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

    public override bool IsMatch(in LineFields line) =>
        condition?.IsMatch(line) != false && MatchesPattern(line);

    // A delimited pattern need not look for fields that are found.
    private bool MatchesPattern(in LineFields line)
    {
        var text = line.Line;
        return fields is not null && !text.ContainsAny(Marks) ? fields.IsMatch(line) : pattern.IsMatch(text);
    }

    private static LineTest? Bind(FilterPattern pattern, FlowLogFormat format) =>
        FlowExpression.FromPattern(pattern, format)?.Bind(format).Root;
}
