using System.Text.Json;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>Makes a log group.</summary>
internal sealed class CreateLogGroup(LogStore store) : IJsonOperation
{
    public string Target => LogsOperations.TargetPrefix + nameof(CreateLogGroup);

    public void Run(RequestMembers request, Utf8JsonWriter answer)
    {
        var name = request.RequiredText("logGroupName", TextRule.LogGroupName);
        var kmsKeyId = request.Text("kmsKeyId", TextRule.KmsKeyId);
        var groupClass = request.Choice("logGroupClass", LogGroup.Classes);
        request.Validate();

        store.AddGroup(new LogGroup(name, store.Now)
        {
            KmsKeyId = kmsKeyId,
            LogGroupClass = groupClass ?? LogGroup.Classes[0],
        });
    }
}
