using System.Text.Json;
using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>Lists log groups by name.</summary>
internal sealed class DescribeLogGroups(LogStore store, PageTokens tokens) : IJsonOperation
{
    public string Target => LogsOperations.TargetPrefix + nameof(DescribeLogGroups);

    public void Run(RequestMembers request, Utf8JsonWriter answer)
    {
        var prefix = request.Text("logGroupNamePrefix", TextRule.LogGroupName);
        var pattern = request.Text("logGroupNamePattern", TextRule.LogGroupNamePattern);
        var groupClass = request.Choice("logGroupClass", LogGroup.Classes);
        var limit = request.Number("limit", 1, Listing.MaxRows);
        var nextToken = request.Text("nextToken", TextRule.NextToken);
        request.Validate();
        if (prefix is not null && pattern is not null)
        {
            throw ServiceException.InvalidParameter(
                "LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.");
        }

        var question = $"{Target}\n{prefix}\n{pattern}\n{groupClass}";
        var after = nextToken is null
            ? ""
            : (tokens.Read(question, nextToken) ?? throw ServiceException.InvalidToken()).Name;
        var groups = store.Groups.Values.Where(group =>
            string.CompareOrdinal(group.Name, after) > 0
            && (prefix is null || group.Name.StartsWith(prefix, StringComparison.Ordinal))
            && (pattern is null || group.Name.Contains(pattern, StringComparison.Ordinal))
            && (groupClass is null || group.LogGroupClass == groupClass));

        Listing.Write(
            answer,
            "logGroups",
            groups,
            limit,
            pattern is null ? WriteGroup : WriteName,
            group => tokens.Write(question, new(0, group.Name)));
    }

    // All that the service tells when it was asked with a pattern.
    private static void WriteName(Utf8JsonWriter answer, LogGroup group)
    {
        answer.WriteString("logGroupName", group.Name);
        answer.WriteNumber("creationTime", group.CreationTime);
        answer.WriteString("arn", $"{group.Arn}:*");
    }

    private static void WriteGroup(Utf8JsonWriter answer, LogGroup group)
    {
        WriteName(answer, group);
        answer.WriteNumber("metricFilterCount", group.MetricFilters.Count);
        answer.WriteNumber("storedBytes", group.StoredBytes);
        answer.WriteString("logGroupClass", group.LogGroupClass);
        answer.WriteString("logGroupArn", group.Arn);
        answer.WriteBoolean("deletionProtectionEnabled", value: false);
        answer.WriteBoolean("bearerTokenAuthenticationEnabled", value: false);
        if (group.RetentionInDays is { } days)
            answer.WriteNumber("retentionInDays", days);
        if (group.KmsKeyId is not null)
            answer.WriteString("kmsKeyId", group.KmsKeyId);
    }
}
