using System.Text.Json;
using FlowLogs.Sandbox.Store.Metrics;

namespace FlowLogs.Sandbox.Operations.Metrics;

/// <summary>An alarm as the service describes it.</summary>
internal static class AlarmMembers
{
    public static void Write(Utf8JsonWriter answer, Alarm alarm)
    {
        answer.WriteString("AlarmName", alarm.Name);
        answer.WriteString("AlarmArn", alarm.Arn);
        if (alarm.Description is not null)
            answer.WriteString("AlarmDescription", alarm.Description);
        answer.WriteTime("AlarmConfigurationUpdatedTimestamp", alarm.ConfigurationTime);
        answer.WriteBoolean("ActionsEnabled", alarm.ActionsEnabled);
        WriteTexts(answer, "OKActions", alarm.OKActions);
        WriteTexts(answer, "AlarmActions", alarm.AlarmActions);
        WriteTexts(answer, "InsufficientDataActions", alarm.InsufficientDataActions);
        answer.WriteString("StateValue", alarm.State.Value);
        answer.WriteString("StateReason", alarm.State.Reason);
        if (alarm.State.ReasonData is not null)
            answer.WriteString("StateReasonData", alarm.State.ReasonData);
        answer.WriteTime("StateUpdatedTimestamp", alarm.State.Time);
        answer.WriteTime("StateTransitionedTimestamp", alarm.State.Time);
        MetricMembers.Write(answer, alarm.Metric);
        answer.WriteString("Statistic", alarm.Statistic);
        answer.WriteNumber("Period", alarm.Period);
        if (alarm.Unit is not null)
            answer.WriteString("Unit", alarm.Unit);
        answer.WriteNumber("EvaluationPeriods", alarm.EvaluationPeriods);
        if (alarm.DatapointsToAlarm is { } datapoints)
            answer.WriteNumber("DatapointsToAlarm", datapoints);
        answer.WriteNumber("Threshold", alarm.Threshold);
        answer.WriteString("ComparisonOperator", alarm.ComparisonOperator);
        if (alarm.TreatMissingData is not null)
            answer.WriteString("TreatMissingData", alarm.TreatMissingData);
    }

    private static void WriteTexts(Utf8JsonWriter answer, string name, IReadOnlyList<string> texts)
    {
        answer.WriteStartArray(name);
        foreach (var text in texts)
            answer.WriteStringValue(text);
        answer.WriteEndArray();
    }
}
