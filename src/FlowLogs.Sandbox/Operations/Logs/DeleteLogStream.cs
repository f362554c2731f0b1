using System.Text.Json;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>Removes a log stream with its events.</summary>
internal sealed class DeleteLogStream(LogStore store) : IJsonOperation
{
    public string Target => LogsOperations.TargetPrefix + nameof(DeleteLogStream);

    public void Run(RequestMembers request, Utf8JsonWriter answer)
    {
        var group = request.RequiredText("logGroupName", TextRule.LogGroupName);
        var stream = request.RequiredText("logStreamName", TextRule.LogStreamName);
        request.Validate();

        store.Group(group).DeleteStream(stream);
    }
}
