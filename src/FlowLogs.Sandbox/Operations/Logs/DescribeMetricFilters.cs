using System.Text.Json;
using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>Lists the metric filters of a group, of a metric, or all of them.</summary>
internal sealed class DescribeMetricFilters(LogStore store, PageTokens tokens) : IJsonOperation
{
    public string Target => LogsOperations.TargetPrefix + nameof(DescribeMetricFilters);

    public void Run(RequestMembers request, Utf8JsonWriter answer)
    {
        var groupName = request.Text("logGroupName", TextRule.LogGroupName);
        var prefix = request.Text("filterNamePrefix", TextRule.FilterName);
        var metricName = request.Text("metricName", TextRule.MetricName);
        var metricNamespace = request.Text("metricNamespace", TextRule.MetricNamespace);
        var limit = request.Number("limit", 1, Listing.MaxRows);
        var nextToken = request.Text("nextToken", TextRule.NextToken);
        request.Validate();
        if (metricName is null != metricNamespace is null || (groupName is not null && metricName is not null))
        {
            throw ServiceException.InvalidParameter(
                "Describe Metric Filters request must contain either logGroupName or metricName and metricNamespace");
        }

        var question = $"{Target}\n{groupName}\n{prefix}\n{metricName}\n{metricNamespace}";
        var after = nextToken is null
            ? ""
            : (tokens.Read(question, nextToken) ?? throw InvalidToken()).Name;
        var rows = Find(groupName, prefix, metricName, metricNamespace)
            .Select(filter => (Key: $"{filter.Name}\0{filter.LogGroupName}", Filter: filter))
            .Where(row => string.CompareOrdinal(row.Key, after) > 0)
            .OrderBy(row => row.Key, StringComparer.Ordinal);

        Listing.Write(
            answer,
            "metricFilters",
            rows,
            limit,
            (writer, row) => WriteFilter(writer, row.Filter),
            row => tokens.Write(question, new(0, row.Key)));
    }

    private IEnumerable<MetricFilter> Find(
        string? groupName, string? prefix, string? metricName, string? metricNamespace)
    {
        // The service looks at the prefix only together with a group.
        if (groupName is not null)
        {
            return store.Group(groupName).MetricFilters.Values.Where(filter =>
                prefix is null || filter.Name.StartsWith(prefix, StringComparison.Ordinal));
        }

        return store.Groups.Values.SelectMany(group => group.MetricFilters.Values).Where(filter =>
            metricName is null
            || (filter.Transformation.MetricName == metricName
                && filter.Transformation.MetricNamespace == metricNamespace));
    }

    private static ServiceException InvalidToken() => ServiceException.InvalidParameter(
        "Pagination token in request is invalid. Only token from previous list call or null is valid.");

    private static void WriteFilter(Utf8JsonWriter answer, MetricFilter filter)
    {
        answer.WriteString("filterName", filter.Name);
        answer.WriteString("filterPattern", filter.Pattern.Text);
        answer.WriteStartArray("metricTransformations");
        WriteTransformation(answer, filter.Transformation);
        answer.WriteEndArray();
        answer.WriteNumber("creationTime", filter.CreationTime);
        answer.WriteString("logGroupName", filter.LogGroupName);
        answer.WriteBoolean("applyOnTransformedLogs", filter.ApplyOnTransformedLogs);
        if (filter.FieldSelectionCriteria is not null)
            answer.WriteString("fieldSelectionCriteria", filter.FieldSelectionCriteria);
        if (filter.SystemFieldDimensions.Count > 0)
        {
            answer.WriteStartArray("emitSystemFieldDimensions");
            foreach (var field in filter.SystemFieldDimensions)
                answer.WriteStringValue(field);
            answer.WriteEndArray();
        }
    }

    private static void WriteTransformation(Utf8JsonWriter answer, MetricTransformation transformation)
    {
        answer.WriteStartObject();
        answer.WriteString("metricName", transformation.MetricName);
        answer.WriteString("metricNamespace", transformation.MetricNamespace);
        answer.WriteString("metricValue", transformation.MetricValue);
        if (transformation.DefaultValue is { } defaultValue)
            answer.WriteNumber("defaultValue", defaultValue);
        if (transformation.Dimensions.Count > 0)
        {
            answer.WriteStartObject("dimensions");
            foreach (var (name, value) in transformation.Dimensions)
                answer.WriteString(name, value);
            answer.WriteEndObject();
        }

        if (transformation.Unit is not null)
            answer.WriteString("unit", transformation.Unit);
        answer.WriteEndObject();
    }
}
