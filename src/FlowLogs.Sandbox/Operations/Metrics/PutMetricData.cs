using System.Text.Json;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store.Metrics;

namespace FlowLogs.Sandbox.Operations.Metrics;

/// <summary>Takes in values of metrics: all that come with a request, or none.</summary>
internal sealed class PutMetricData(MetricStore metrics) : IJsonOperation
{
    private const int MaxMetrics = 1000;
    private const int MaxValues = 150;
    private const int MaxAge = 14 * 24 * 60 * 60;
    private const int MaxLead = 2 * 60 * 60;

    public string Target => MetricsOperations.TargetPrefix + nameof(PutMetricData);

    public void Run(RequestMembers request, Utf8JsonWriter answer)
    {
        var metricNamespace = request.RequiredText("Namespace", TextRule.MetricTerm);
        var now = metrics.Now.ToUnixTimeSeconds();
        var data = request.RequiredStructures("MetricData", 0, MaxMetrics)
            .Select(datum => Read(datum, metricNamespace, now))
            .ToList();
        request.Validate();
        foreach (var (_, _, time, _, _) in data)
        {
            if (time < now - MaxAge || time > now + MaxLead)
                throw MetricsError.InvalidValue("The parameter MetricData.member.1.Timestamp must specify a time within the past two weeks and no more than two hours in the future.");
        }

        foreach (var (metric, unit, time, values, resolution) in data)
        {
            foreach (var value in values)
                metrics.Add(metric, unit, time, value, resolution);
        }
    }

    private static (MetricIdentity Metric, string Unit, long Time, List<StatisticSet> Values, int Resolution) Read(
        RequestMembers datum, string metricNamespace, long now) => (
            MetricMembers.Read(datum, metricNamespace),
            datum.Choice("Unit", StandardUnit.All) ?? StandardUnit.None,
            datum.Seconds("Timestamp") ?? now,
            ReadValues(datum),
            datum.Number("StorageResolution", 1, 60) == 1 ? 1 : 60);

    private static List<StatisticSet> ReadValues(RequestMembers datum)
    {
        var (one, set) = (datum.Real("Value"), datum.Structure("StatisticValues"));
        var (several, counts) = (datum.Reals("Values", MaxValues), datum.Reals("Counts", MaxValues));
        if (one is null && set is null && several.Count == 0)
            throw MetricsError.Missing("The parameter MetricData.member.1.Value is required.");
        if ((one is null ? 0 : 1) + (set is null ? 0 : 1) + (several.Count == 0 ? 0 : 1) > 1)
            throw MetricsError.InvalidCombination("The parameters Value, Values and StatisticValues are mutually exclusive and you have specified more than one.");
        if (counts.Count > 0 && counts.Count != several.Count)
            throw MetricsError.InvalidValue("The parameters Values and Counts must have the same number of members.");

        if (one is { } value)
            return [StatisticSet.Of(value)];
        if (set is not null)
            return [ReadSet(set)];
        return [.. several.Select((number, i) => StatisticSet.Of(number, counts.Count == 0 ? 1 : counts[i]))];
    }

    private static StatisticSet ReadSet(RequestMembers set)
    {
        var values = new StatisticSet(
            set.RequiredReal("SampleCount"), set.RequiredReal("Sum"), set.RequiredReal("Minimum"), set.RequiredReal("Maximum"));
        return values.SampleCount > 0 && values.Minimum <= values.Maximum
            ? values
            : throw MetricsError.InvalidValue("The parameter StatisticValues must have a SampleCount above 0 and a Maximum that is not below the Minimum.");
    }
}
