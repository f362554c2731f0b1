using System.Text.Json;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store.Metrics;

namespace FlowLogs.Sandbox.Operations.Metrics;

/// <summary>Lists the alarms on a metric.</summary>
internal sealed class DescribeAlarmsForMetric(AlarmStore alarms) : IJsonOperation
{
    public string Target => MetricsOperations.TargetPrefix + nameof(DescribeAlarmsForMetric);

    public void Run(RequestMembers request, Utf8JsonWriter answer)
    {
        var metric = MetricMembers.Read(request);
        var statistic = request.Choice("Statistic", StatisticSet.Names);
        var period = request.Number("Period", 1, int.MaxValue);
        var unit = request.Choice("Unit", StandardUnit.All);
        request.Validate();

        answer.WriteStartArray("MetricAlarms");
        foreach (var alarm in alarms.Alarms.Values.Where(alarm =>
            alarm.Metric.Equals(metric)
            && (statistic is null || alarm.Statistic == statistic)
            && (period is null || alarm.Period == period)
            && (unit is null || alarm.Unit == unit)))
        {
            answer.WriteStartObject();
            AlarmMembers.Write(answer, alarm);
            answer.WriteEndObject();
        }

        answer.WriteEndArray();
    }
}
