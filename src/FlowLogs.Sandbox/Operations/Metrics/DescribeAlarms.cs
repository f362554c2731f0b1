using System.Text.Json;
using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store.Metrics;

namespace FlowLogs.Sandbox.Operations.Metrics;

/// <summary>Lists alarms by name.</summary>
internal sealed class DescribeAlarms(AlarmStore alarms, PageTokens tokens) : IJsonOperation
{
    private const int MaxNames = 100;
    private const string MetricAlarm = "MetricAlarm";

    public string Target => MetricsOperations.TargetPrefix + nameof(DescribeAlarms);

    public void Run(RequestMembers request, Utf8JsonWriter answer)
    {
        var names = request.Texts("AlarmNames", TextRule.AlarmName, 0, MaxNames) ?? [];
        var prefix = request.Text("AlarmNamePrefix", TextRule.AlarmName);
        var types = request.Texts("AlarmTypes", TextRule.Any, 0, int.MaxValue) ?? [];
        var state = request.Choice("StateValue", Alarm.States);
        var actionPrefix = request.Text("ActionPrefix", TextRule.AlarmAction);
        var limit = request.Number("MaxRecords", 1, MaxNames);
        var nextToken = request.Text("NextToken", TextRule.Any);
        request.Validate();
        if (names.Count > 0 && prefix is not null)
            throw MetricsError.InvalidCombination("AlarmNames and AlarmNamePrefix may not both be set");

        var question = string.Join('\n', [Target, prefix, state, actionPrefix, .. types, .. names]);
        var after = nextToken is null ? "" : (tokens.Read(question, nextToken) ?? throw MetricsError.InvalidToken()).Name;
        var rows = alarms.Alarms.Values.Where(alarm =>
            string.CompareOrdinal(alarm.Name, after) > 0
            && (names.Count == 0 || names.Contains(alarm.Name, StringComparer.Ordinal))
            && (prefix is null || alarm.Name.StartsWith(prefix, StringComparison.Ordinal))
            && (types.Count == 0 || types.Contains(MetricAlarm, StringComparer.Ordinal))
            && (state is null || alarm.State.Value == state)
            && (actionPrefix is null || HasAction(alarm, actionPrefix)));
        Listing.Write(
            answer, "MetricAlarms", rows, limit, AlarmMembers.Write, alarm => tokens.Write(question, new(0, alarm.Name)), "NextToken");
        answer.WriteStartArray("CompositeAlarms");
        answer.WriteEndArray();
    }

    private static bool HasAction(Alarm alarm, string prefix) => alarm.AlarmActions
        .Concat(alarm.OKActions)
        .Concat(alarm.InsufficientDataActions)
        .Any(action => action.StartsWith(prefix, StringComparison.Ordinal));
}
