using System.Text.Json;
using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations;

/// <summary>Removes a log group with its streams and metric filters.</summary>
internal sealed class DeleteLogGroup(LogStore store) : IOperation
{
    public string Target => LogsOperations.TargetPrefix + nameof(DeleteLogGroup);

    public void Run(RequestMembers request, Utf8JsonWriter answer)
    {
        var name = request.RequiredText("logGroupName", TextRule.LogGroupName);
        request.Validate();

        store.DeleteGroup(name);
    }
}
