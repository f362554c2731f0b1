using System.Globalization;

namespace FlowLogs.Cloud;

/// <summary>What PutMetricAlarm asks of an alarm on a metric, checked before it is called. The source is its API reference.</summary>
public static class AlarmRules
{
    private const int MaxName = 255;
    private const int MaxDescription = 1024;
    private const int MaxActions = 5;
    private const int MaxDimensions = 30;
    private const int Hour = 3600;
    private const int Day = 24 * Hour;

    /// <summary>Checks an alarm.</summary>
    /// <exception cref="FlowLogException">The first rule that it breaks, with an id of its own.</exception>
    public static void Check(FlowAlarm alarm)
    {
        ArgumentNullException.ThrowIfNull(alarm);
        if (alarm.AlarmName.Length is 0 or > MaxName || alarm.AlarmName.Any(char.IsControl))
            throw Broken("InvalidAlarmName", $"An alarm's name has 1 to {MaxName} characters and no control characters.", alarm.AlarmName);
        if (alarm.AlarmDescription?.Length > MaxDescription)
            throw Broken("InvalidDescription", $"The description has {alarm.AlarmDescription.Length} characters; {MaxDescription} are allowed.", alarm.AlarmName);
        CheckMetric(alarm);
        CheckEvaluation(alarm);
        CheckActions("alarm", alarm.AlarmActions);
        CheckActions("OK", alarm.OKActions);
    }

    /// <summary>Whether two alarms would do the same. What the service tells of an alarm is no part of that.</summary>
    public static bool AreSame(FlowAlarm one, FlowAlarm other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return Settings(one).Equals(Settings(other))
            && one.Dimensions.ToHashSet().SetEquals(other.Dimensions)
            && AreSameActions(one.AlarmActions, other.AlarmActions)
            && AreSameActions(one.OKActions, other.OKActions)
            && AreSameActions(one.InsufficientDataActions, other.InsufficientDataActions);

        static object Settings(FlowAlarm a) => (
            (a.AlarmName, a.AlarmDescription ?? "", a.MetricName, a.MetricNamespace, a.Statistic, a.Period, a.Unit),
            (a.ComparisonOperator, a.Threshold, a.EvaluationPeriods, a.DatapointsToAlarm ?? a.EvaluationPeriods, a.TreatMissingData ?? "missing", a.ActionsEnabled));
    }

    /// <summary>Checks dimensions that are to be looked for: their values are values, and not fields of a filter.</summary>
    /// <exception cref="FlowLogException"><c>InvalidDimension</c>, <c>TooManyDimensions</c>.</exception>
    public static void CheckDimensions(IReadOnlyDictionary<string, string> dimensions)
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        if (dimensions.Count > MaxDimensions)
            throw Broken("TooManyDimensions", $"The metric has {dimensions.Count} dimensions; {MaxDimensions} are allowed.", dimensions.Count);
        foreach (var (name, value) in dimensions)
        {
            if (value.StartsWith('$'))
                throw Broken("InvalidDimension", $"The value of the dimension {name} is {value}, a field. A metric filter takes values from it, and each is a metric of its own: give -Dimension with the value that is meant.", name);
            if (name.Length is 0 or > MaxName || value.Length is 0 or > 1024)
                throw Broken("InvalidDimension", $"The dimension \"{name}\" or its value is empty or too long.", name);
        }
    }

    private static void CheckMetric(FlowAlarm alarm)
    {
        if (alarm.MetricName is not { Length: > 0 and <= MaxName })
            throw Broken("InvalidMetricName", $"The metric's name has 1 to {MaxName} characters.", alarm.MetricName);
        if (alarm.MetricNamespace is not { Length: > 0 and <= MaxName } || alarm.MetricNamespace.StartsWith(':'))
            throw Broken("InvalidMetricNamespace", $"The metric's namespace has 1 to {MaxName} characters and does not begin with a colon.", alarm.MetricNamespace);
        MetricStatistics.Check(alarm.Statistic ?? "");
        CheckDimensions(alarm.Dimensions);
    }

    private static void CheckEvaluation(FlowAlarm alarm)
    {
        if (alarm.Period is not { } period || !MetricPeriods.IsPeriod(period) || period < 10)
            throw Broken("InvalidPeriod", $"The period is {alarm.Period} seconds; an alarm's is 10, 20, 30 or a multiple of 60.", alarm.Period);
        if (alarm.EvaluationPeriods < 1)
            throw Broken("InvalidEvaluationPeriods", "An alarm looks at one period or more.", alarm.EvaluationPeriods);
        var limit = period < Hour ? Day : 7 * Day;
        if ((long)period * alarm.EvaluationPeriods > limit)
            throw Broken("InvalidEvaluationPeriods", $"The alarm looks at {alarm.EvaluationPeriods} periods of {period} seconds; together they may be {limit} seconds, or {7 * Day} where a period is an hour or more.", alarm.EvaluationPeriods);
        if (alarm.DatapointsToAlarm is { } points && (points < 1 || points > alarm.EvaluationPeriods))
            throw Broken("InvalidDatapointsToAlarm", $"{points} datapoints cannot be beyond the threshold where {alarm.EvaluationPeriods} periods are looked at.", points);
        if (alarm.Threshold is not { } threshold || !double.IsFinite(threshold))
            throw Broken("InvalidThreshold", $"The threshold is {alarm.Threshold?.ToString(CultureInfo.InvariantCulture)}; it must be a finite number.", alarm.Threshold);
    }

    private static void CheckActions(string kind, IReadOnlyList<string> arns)
    {
        if (arns.Count > MaxActions)
            throw Broken("TooManyActions", $"There are {arns.Count} {kind} actions; {MaxActions} are allowed.", arns.Count);
        foreach (var arn in arns)
        {
            if (Arn.TryParse(arn) is null)
                throw Broken("InvalidAction", $"The {kind} action \"{arn}\" is no ARN, such as arn:aws:sns:eu-west-1:123456789012:my-topic.", arn);
        }
    }

    private static bool AreSameActions(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.ToHashSet(StringComparer.Ordinal).SetEquals(other);

    private static FlowLogException Broken(string errorId, string message, object? target) =>
        new(errorId, FlowErrorKind.InvalidArgument, message, target);
}
