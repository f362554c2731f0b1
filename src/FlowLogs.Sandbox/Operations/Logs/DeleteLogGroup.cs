using System.Text.Json;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>Removes a log group with its streams and metric filters.</summary>
internal sealed class DeleteLogGroup(LogStore store) : IJsonOperation
{
    public string Target => LogsOperations.TargetPrefix + nameof(DeleteLogGroup);

    public void Run(RequestMembers request, Utf8JsonWriter answer)
    {
        var name = request.RequiredText("logGroupName", TextRule.LogGroupName);
        request.Validate();

        store.DeleteGroup(name);
    }
}
