using System.Text.Json;
using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store.Metrics;

namespace FlowLogs.Sandbox.Operations.Metrics;

/// <summary>Reads datapoints of several metrics, a statistic of each.</summary>
internal sealed class GetMetricData(MetricStore metrics, PageTokens tokens) : IJsonOperation
{
    private const int MaxQueries = 500;
    private const int MaxDatapoints = 100_800;
    private const string Descending = "TimestampDescending";

    private static readonly string[] Orders = [Descending, "TimestampAscending"];

    public string Target => MetricsOperations.TargetPrefix + nameof(GetMetricData);

    public void Run(RequestMembers request, Utf8JsonWriter answer)
    {
        var queries = request.RequiredStructures("MetricDataQueries", 0, MaxQueries).Select(Query.Read).ToList();
        var start = request.RequiredSeconds("StartTime");
        var end = request.RequiredSeconds("EndTime");
        var descending = (request.Choice("ScanBy", Orders) ?? Descending) == Descending;
        var room = request.Number("MaxDatapoints", 1, MaxDatapoints) ?? MaxDatapoints;
        var nextToken = request.Text("NextToken", TextRule.Any);
        request.Validate();
        if (start >= end)
            throw MetricsError.Validation("The parameter StartTime must be less than the parameter EndTime.");
        if (queries.DistinctBy(static query => query.Id, StringComparer.Ordinal).Count() < queries.Count)
            throw MetricsError.Validation("The values for parameter id in MetricDataQueries are not unique.");

        var question = string.Join('\n', [Target, $"{start} {end} {descending}", .. queries.Select(static query => query.ToString())]);
        var skip = nextToken is null ? 0 : (tokens.Read(question, nextToken) ?? throw MetricsError.InvalidToken()).Number;
        var (from, to) = (skip, skip + room);
        var seen = 0L;
        answer.WriteStartArray("MetricDataResults");
        foreach (var query in queries.Where(static query => query.ReturnData))
        {
            var points = metrics.Read(query.Metric, query.Unit, MetricMembers.Align(start, query.Period), end, query.Period).AsEnumerable();
            var all = (descending ? points.Reverse() : points).ToList();
            var (first, last) = ((int)Math.Clamp(from - seen, 0, all.Count), (int)Math.Clamp(to - seen, 0, all.Count));
            seen += all.Count;
            if (first < last || all.Count == 0)
                WriteResult(answer, query, all[first..last], isComplete: last == all.Count);
        }

        answer.WriteEndArray();
        if (to < seen)
            answer.WriteString("NextToken", tokens.Write(question, new(to, "")));
        answer.WriteStartArray("Messages");
        answer.WriteEndArray();
    }

    private static void WriteResult(
        Utf8JsonWriter answer, Query query, List<KeyValuePair<long, StatisticSet>> points, bool isComplete)
    {
        answer.WriteStartObject();
        answer.WriteString("Id", query.Id);
        answer.WriteString("Label", query.Label ?? query.Metric.Name);
        answer.WriteStartArray("Timestamps");
        foreach (var (time, _) in points)
            answer.WriteNumberValue(time);
        answer.WriteEndArray();
        answer.WriteStartArray("Values");
        foreach (var (_, values) in points)
            answer.WriteNumberValue(values.Get(query.Statistic));
        answer.WriteEndArray();
        answer.WriteString("StatusCode", isComplete ? "Complete" : "PartialData");
        answer.WriteEndObject();
    }

    private sealed record Query(
        string Id, MetricIdentity Metric, int Period, string Statistic, string? Unit, string? Label, bool ReturnData)
    {
        public static Query Read(RequestMembers query)
        {
            if (query.Structure("MetricStat") is not { } stat)
                throw MetricsError.Validation("The sandbox knows queries with a MetricStat, and no expressions.");
            var metric = stat.Structure("Metric") ?? throw MetricsError.Validation("The parameter MetricStat.Metric is required.");
            var period = stat.RequiredNumber("Period", 1, int.MaxValue);
            MetricMembers.CheckPeriod(period);
            var statistic = stat.RequiredText("Stat", TextRule.Any);
            if (!StatisticSet.Names.Contains(statistic, StringComparer.Ordinal))
                throw MetricsError.Validation($"The sandbox knows the statistics {string.Join(", ", StatisticSet.Names)}, and not '{statistic}'.");
            return new(
                query.RequiredText("Id", TextRule.MetricTerm),
                MetricMembers.Read(metric),
                period,
                statistic,
                stat.Choice("Unit", StandardUnit.All),
                query.Text("Label", TextRule.Any),
                query.Flag("ReturnData") ?? true);
        }

        public override string ToString() => $"{Id} {Metric.Key} {Period} {Statistic} {Unit}";
    }
}
