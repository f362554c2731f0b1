using System.Text.Json;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store.Metrics;

namespace FlowLogs.Sandbox.Operations.Metrics;

/// <summary>Removes alarms.</summary>
internal sealed class DeleteAlarms(AlarmStore alarms) : IJsonOperation
{
    private const int MaxNames = 100;

    public string Target => MetricsOperations.TargetPrefix + nameof(DeleteAlarms);

    public void Run(RequestMembers request, Utf8JsonWriter answer)
    {
        var names = request.RequiredTexts("AlarmNames", TextRule.AlarmName, 0, MaxNames);
        request.Validate();
        alarms.Delete(names);
    }
}
