using System.Text.Json;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store.Metrics;

namespace FlowLogs.Sandbox.Operations.Metrics;

/// <summary>Makes an alarm on a metric, or replaces the one of the same name.</summary>
internal sealed class PutMetricAlarm(AlarmStore alarms) : IJsonOperation
{
    private const int MaxActions = 5;
    private const int Hour = 60 * 60;
    private const int Day = 24 * Hour;

    // What the service can do and the sandbox cannot.
    private static readonly string[] Unknown = ["Metrics", "ExtendedStatistic", "ThresholdMetricId", "EvaluationCriteria"];

    public string Target => MetricsOperations.TargetPrefix + nameof(PutMetricAlarm);

    public void Run(RequestMembers request, Utf8JsonWriter answer)
    {
        if (Array.Find(Unknown, request.Has) is { } unknown)
            throw MetricsError.Validation($"The sandbox knows alarms on one metric with one of the simple statistics, and not '{unknown}'.");
        var alarm = Read(request);
        request.Validate();
        Check(alarm);
        alarms.Put(alarm);
    }

    private Alarm Read(RequestMembers request) => new()
    {
        Name = request.RequiredText("AlarmName", TextRule.AlarmName),
        Description = request.Text("AlarmDescription", TextRule.AlarmDescription),
        Metric = MetricMembers.Read(request),
        Statistic = request.RequiredChoice("Statistic", StatisticSet.Names),
        Unit = request.Choice("Unit", StandardUnit.All),
        Period = request.RequiredNumber("Period", 1, int.MaxValue),
        EvaluationPeriods = request.RequiredNumber("EvaluationPeriods", 1, int.MaxValue),
        DatapointsToAlarm = request.Number("DatapointsToAlarm", 1, int.MaxValue),
        Threshold = request.RequiredReal("Threshold"),
        ComparisonOperator = request.RequiredChoice("ComparisonOperator", Comparison.Names),
        TreatMissingData = request.Choice("TreatMissingData", AlarmRule.Treatments),
        ActionsEnabled = request.Flag("ActionsEnabled") ?? true,
        OKActions = request.Texts("OKActions", TextRule.AlarmAction, 0, MaxActions) ?? [],
        AlarmActions = request.Texts("AlarmActions", TextRule.AlarmAction, 0, MaxActions) ?? [],
        InsufficientDataActions = request.Texts("InsufficientDataActions", TextRule.AlarmAction, 0, MaxActions) ?? [],
        ConfigurationTime = alarms.Now,
    };

    private static void Check(Alarm alarm)
    {
        MetricMembers.CheckPeriod(alarm.Period, least: 10);
        if (alarm.DatapointsToAlarm > alarm.EvaluationPeriods)
            throw MetricsError.Validation("DatapointsToAlarm must be less than or equal to EvaluationPeriods.");
        var limit = alarm.Period < Hour ? Day : 7 * Day;
        if ((long)alarm.Period * alarm.EvaluationPeriods > limit)
            throw MetricsError.Validation($"Metrics cannot be checked across more than {(limit == Day ? "a day" : "seven days")} (EvaluationPeriods * Period must be <= {limit}).");
    }
}
