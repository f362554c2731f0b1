using System.Globalization;
using System.Text.Json;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store.Metrics;

namespace FlowLogs.Sandbox.Operations.Metrics;

/// <summary>Reads datapoints of one metric with several statistics; those of different units stand side by side.</summary>
internal sealed class GetMetricStatistics(MetricStore metrics) : IJsonOperation
{
    private const int MaxDatapoints = 1440;

    public string Target => MetricsOperations.TargetPrefix + nameof(GetMetricStatistics);

    public void Run(RequestMembers request, Utf8JsonWriter answer)
    {
        var metric = MetricMembers.Read(request);
        var start = request.RequiredSeconds("StartTime");
        var end = request.RequiredSeconds("EndTime");
        var period = request.RequiredNumber("Period", 1, int.MaxValue);
        var statistics = request.Texts("Statistics", TextRule.Any, 1, StatisticSet.Names.Length) ?? [];
        var unit = request.Choice("Unit", StandardUnit.All);
        request.Validate();
        Check(request, statistics, start, end, period);

        start = MetricMembers.Align(start, period);
        answer.WriteString("Label", metric.Name);
        answer.WriteStartArray("Datapoints");
        foreach (var used in unit is null ? metrics.UnitsOf(metric) : [unit])
        {
            foreach (var (time, values) in metrics.Read(metric, used, start, end, period))
            {
                answer.WriteStartObject();
                answer.WriteNumber("Timestamp", time);
                foreach (var statistic in statistics)
                    answer.WriteNumber(statistic, values.Get(statistic));
                answer.WriteString("Unit", used);
                answer.WriteEndObject();
            }
        }

        answer.WriteEndArray();
    }

    private static void Check(RequestMembers request, IReadOnlyList<string> statistics, long start, long end, int period)
    {
        if (request.Has("ExtendedStatistics"))
            throw MetricsError.InvalidValue("The sandbox keeps no percentiles.");
        if (statistics.Count == 0)
            throw MetricsError.Missing("At least one of the parameters Statistics and ExtendedStatistics must be specified.");
        if (statistics.Except(StatisticSet.Names, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw MetricsError.InvalidValue($"The parameter Statistics.member.1 has the value '{unknown}', which is none of {string.Join(", ", StatisticSet.Names)}.");
        MetricMembers.CheckPeriod(period);
        if (start >= end)
            throw MetricsError.InvalidCombination("The parameter StartTime must be less than the parameter EndTime.");
        if ((end - start) / period is > MaxDatapoints and var wanted)
        {
            throw MetricsError.InvalidCombination(string.Create(
                CultureInfo.InvariantCulture,
                $"You have requested up to {wanted:N0} datapoints, which exceeds the limit of {MaxDatapoints:N0}. You may reduce the datapoints requested by increasing Period, or decreasing the time range."));
        }
    }
}
