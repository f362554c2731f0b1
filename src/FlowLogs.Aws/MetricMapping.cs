using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using FlowLogs.Cloud;

namespace FlowLogs.Aws;

/// <summary>Between CloudWatch's models and the engine's.</summary>
internal static class MetricMapping
{
    private const string QueryId = "m1";

    public static PutMetricAlarmRequest ToPutRequest(FlowAlarm alarm)
    {
        var named = MetricStatistics.Names.FirstOrDefault(name => name == alarm.Statistic);
        return new PutMetricAlarmRequest
        {
            AlarmName = alarm.AlarmName,
            AlarmDescription = alarm.AlarmDescription,
            MetricName = alarm.MetricName,
            Namespace = alarm.MetricNamespace,
            Dimensions = ToDimensions(alarm.Dimensions),
            Statistic = named is null ? null : Statistic.FindValue(named),
            ExtendedStatistic = named is null ? alarm.Statistic : null,
            Period = alarm.Period,
            Unit = ToUnit(alarm.Unit),
            ComparisonOperator = alarm.ComparisonOperator is { } comparison ? ComparisonOperator.FindValue(comparison) : null,
            Threshold = alarm.Threshold,
            EvaluationPeriods = alarm.EvaluationPeriods,
            DatapointsToAlarm = alarm.DatapointsToAlarm,
            TreatMissingData = alarm.TreatMissingData,
            ActionsEnabled = alarm.ActionsEnabled,
            AlarmActions = ToList(alarm.AlarmActions),
            OKActions = ToList(alarm.OKActions),
            InsufficientDataActions = ToList(alarm.InsufficientDataActions),
        };
    }

    public static FlowAlarm ToAlarm(MetricAlarm alarm) => new()
    {
        AlarmName = alarm.AlarmName ?? "",
        AlarmDescription = string.IsNullOrEmpty(alarm.AlarmDescription) ? null : alarm.AlarmDescription,
        StateValue = alarm.StateValue?.Value,
        StateReason = alarm.StateReason,
        StateUpdatedTimestamp = Mapping.ToTime(alarm.StateUpdatedTimestamp),
        MetricName = alarm.MetricName,
        MetricNamespace = alarm.Namespace,
        Dimensions = (alarm.Dimensions ?? []).ToDictionary(static d => d.Name ?? "", static d => d.Value ?? "", StringComparer.Ordinal),
        Statistic = alarm.Statistic?.Value ?? alarm.ExtendedStatistic,
        Period = alarm.Period,
        Unit = alarm.Unit?.Value,
        ComparisonOperator = alarm.ComparisonOperator?.Value,
        Threshold = alarm.Threshold,
        EvaluationPeriods = alarm.EvaluationPeriods ?? 0,
        DatapointsToAlarm = alarm.DatapointsToAlarm,
        TreatMissingData = alarm.TreatMissingData,
        ActionsEnabled = alarm.ActionsEnabled ?? true,
        AlarmActions = alarm.AlarmActions ?? [],
        OKActions = alarm.OKActions ?? [],
        InsufficientDataActions = alarm.InsufficientDataActions ?? [],
        AlarmConfigurationUpdatedTimestamp = Mapping.ToTime(alarm.AlarmConfigurationUpdatedTimestamp),
        AlarmArn = alarm.AlarmArn,
    };

    public static GetMetricDataRequest ToDataRequest(MetricQuery query, string? nextToken) => new()
    {
        MetricDataQueries =
        [
            new MetricDataQuery
            {
                Id = QueryId,
                MetricStat = new MetricStat
                {
                    Metric = new Metric
                    {
                        MetricName = query.MetricName,
                        Namespace = query.MetricNamespace,
                        Dimensions = ToDimensions(query.Dimensions),
                    },
                    Period = query.Period,
                    Stat = query.Statistic,
                    Unit = ToUnit(query.Unit),
                },
                ReturnData = true,
            },
        ],
        StartTime = query.StartTime.UtcDateTime,
        EndTime = query.EndTime.UtcDateTime,
        ScanBy = ScanBy.TimestampAscending,
        NextToken = nextToken,
    };

    /// <summary>The datapoints of an answer.</summary>
    /// <exception cref="FlowLogException">The service could not or may not read them all.</exception>
    public static IReadOnlyList<FlowMetricDatapoint> ToDatapoints(GetMetricDataResponse answer, MetricQuery query)
    {
        var points = new List<FlowMetricDatapoint>();
        foreach (var result in answer.MetricDataResults ?? [])
        {
            if (result.StatusCode == StatusCode.InternalError || result.StatusCode == StatusCode.Forbidden)
                throw Incomplete(result, answer, query);
            foreach (var (time, value) in (result.Timestamps ?? []).Zip(result.Values ?? []))
            {
                points.Add(new FlowMetricDatapoint
                {
                    Timestamp = new DateTimeOffset(time.ToUniversalTime()),
                    Value = value,
                    Statistic = query.Statistic,
                    Period = query.Period,
                    MetricName = query.MetricName,
                    MetricNamespace = query.MetricNamespace,
                    Unit = query.Unit,
                });
            }
        }

        return points;
    }

    // Such an answer is no error to the SDK; passed over, it would look like a metric without values.
    private static FlowLogException Incomplete(MetricDataResult result, GetMetricDataResponse answer, MetricQuery query)
    {
        var said = string.Join(' ', (result.Messages ?? []).Concat(answer.Messages ?? []).Select(static message => $"{message.Code}: {message.Value}."));
        var forbidden = result.StatusCode == StatusCode.Forbidden;
        return new FlowLogException(
            forbidden ? "AccessDenied" : "ServiceError",
            forbidden ? FlowErrorKind.PermissionDenied : FlowErrorKind.ServiceError,
            $"GetMetricData gave not all of {query.MetricNamespace} {query.MetricName}: {result.StatusCode?.Value}. {said}".TrimEnd(),
            query.MetricName);
    }

    private static List<Dimension>? ToDimensions(IReadOnlyDictionary<string, string> dimensions) =>
        dimensions.Count == 0 ? null : [.. dimensions.Select(static pair => new Dimension { Name = pair.Key, Value = pair.Value })];

    private static List<string>? ToList(IReadOnlyList<string> arns) => arns.Count == 0 ? null : [.. arns];

    private static StandardUnit? ToUnit(string? unit) => unit is null ? null : StandardUnit.FindValue(unit);
}
