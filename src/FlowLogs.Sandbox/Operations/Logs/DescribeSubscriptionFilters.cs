using System.Text.Json;
using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>Lists the subscription filters of a group by name.</summary>
internal sealed class DescribeSubscriptionFilters(LogStore store, PageTokens tokens) : IJsonOperation
{
    public string Target => LogsOperations.TargetPrefix + nameof(DescribeSubscriptionFilters);

    public void Run(RequestMembers request, Utf8JsonWriter answer)
    {
        var groupName = request.RequiredText("logGroupName", TextRule.LogGroupName);
        var prefix = request.Text("filterNamePrefix", TextRule.FilterName);
        var limit = request.Number("limit", 1, Listing.MaxRows);
        var nextToken = request.Text("nextToken", TextRule.NextToken);
        request.Validate();

        var question = $"{Target}\n{groupName}\n{prefix}";
        var after = nextToken is null
            ? ""
            : (tokens.Read(question, nextToken) ?? throw ServiceException.InvalidToken()).Name;
        var rows = store.Group(groupName).SubscriptionFilters.Values.Where(filter =>
            string.CompareOrdinal(filter.Name, after) > 0
            && (prefix is null || filter.Name.StartsWith(prefix, StringComparison.Ordinal)));
        Listing.Write(
            answer,
            "subscriptionFilters",
            rows,
            limit,
            (writer, filter) => WriteFilter(writer, groupName, filter),
            filter => tokens.Write(question, new(0, filter.Name)));
    }

    private static void WriteFilter(Utf8JsonWriter answer, string groupName, SubscriptionFilter filter)
    {
        answer.WriteString("filterName", filter.Name);
        answer.WriteString("logGroupName", groupName);
        answer.WriteString("filterPattern", filter.Pattern.Text);
        answer.WriteString("destinationArn", filter.DestinationArn);
        if (filter.RoleArn is not null)
            answer.WriteString("roleArn", filter.RoleArn);
        answer.WriteString("distribution", filter.Distribution);
        answer.WriteBoolean("applyOnTransformedLogs", filter.ApplyOnTransformedLogs);
        answer.WriteNumber("creationTime", filter.CreationTime);
        if (filter.FieldSelectionCriteria is not null)
            answer.WriteString("fieldSelectionCriteria", filter.FieldSelectionCriteria);
        if (filter.SystemFields.Count > 0)
        {
            answer.WriteStartArray("emitSystemFields");
            foreach (var field in filter.SystemFields)
                answer.WriteStringValue(field);
            answer.WriteEndArray();
        }
    }
}
