using System.Text.Json;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>Lets the events of a group be kept for ever.</summary>
internal sealed class DeleteRetentionPolicy(LogStore store) : IJsonOperation
{
    public string Target => LogsOperations.TargetPrefix + nameof(DeleteRetentionPolicy);

    public void Run(RequestMembers request, Utf8JsonWriter answer)
    {
        var name = request.RequiredText("logGroupName", TextRule.LogGroupName);
        request.Validate();

        store.Group(name).RetentionInDays = null;
    }
}
