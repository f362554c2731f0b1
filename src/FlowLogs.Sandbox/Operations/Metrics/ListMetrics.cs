using System.Text.Json;
using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store.Metrics;

namespace FlowLogs.Sandbox.Operations.Metrics;

/// <summary>Lists the metrics that have values.</summary>
internal sealed class ListMetrics(MetricStore metrics, PageTokens tokens) : IJsonOperation
{
    private const int MaxRows = 500;
    private const int MaxDimensionFilters = 10;
    private const int RecentSeconds = 3 * 60 * 60;

    private static readonly string[] Recent = ["PT3H"];

    public string Target => MetricsOperations.TargetPrefix + nameof(ListMetrics);

    public void Run(RequestMembers request, Utf8JsonWriter answer)
    {
        var metricNamespace = request.Text("Namespace", TextRule.MetricTerm);
        var name = request.Text("MetricName", TextRule.MetricTerm);
        var dimensions = request.Structures("Dimensions", 0, MaxDimensionFilters)
            .Select(static filter => KeyValuePair.Create(
                filter.RequiredText("Name", TextRule.MetricTerm), filter.Text("Value", TextRule.MetricDimensionValue)))
            .ToList();
        var recent = request.Choice("RecentlyActive", Recent) is not null;
        var nextToken = request.Text("NextToken", TextRule.Any);
        request.Validate();

        var question = string.Join('\n', [Target, metricNamespace, name, $"{recent}", .. dimensions.Select(static d => $"{d.Key}={d.Value}")]);
        var after = nextToken is null ? "" : (tokens.Read(question, nextToken) ?? throw MetricsError.InvalidToken()).Name;
        var since = recent ? metrics.Now.ToUnixTimeSeconds() - RecentSeconds : 0;
        var rows = metrics.List()
            .Where(row => row.LastTime >= since && string.CompareOrdinal(row.Metric.Key, after) > 0)
            .Select(static row => row.Metric)
            .Where(metric =>
                (metricNamespace is null || metric.Namespace == metricNamespace)
                && (name is null || metric.Name == name)
                && dimensions.TrueForAll(wanted => metric.Dimensions.Any(d => d.Key == wanted.Key && (wanted.Value is null || d.Value == wanted.Value))));
        Listing.Write(
            answer, "Metrics", rows, MaxRows, MetricMembers.Write, metric => tokens.Write(question, new(0, metric.Key)), "NextToken");
    }
}
