using System.Text.Json;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store.Metrics;

namespace FlowLogs.Sandbox.Operations.Metrics;

/// <summary>Sets the state of an alarm until it is evaluated again, for trials.</summary>
internal sealed class SetAlarmState(AlarmStore alarms) : IJsonOperation
{
    public string Target => MetricsOperations.TargetPrefix + nameof(SetAlarmState);

    public void Run(RequestMembers request, Utf8JsonWriter answer)
    {
        var name = request.RequiredText("AlarmName", TextRule.AlarmName);
        var state = request.RequiredChoice("StateValue", Alarm.States);
        var reason = request.RequiredText("StateReason", TextRule.StateReason);
        var reasonData = request.Text("StateReasonData", TextRule.StateReasonData);
        request.Validate();
        alarms.SetState(name, state, reason, reasonData);
    }
}
