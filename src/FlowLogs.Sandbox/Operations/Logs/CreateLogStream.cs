using System.Text.Json;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>Makes a log stream.</summary>
internal sealed class CreateLogStream(LogStore store) : IJsonOperation
{
    public string Target => LogsOperations.TargetPrefix + nameof(CreateLogStream);

    public void Run(RequestMembers request, Utf8JsonWriter answer)
    {
        var group = request.RequiredText("logGroupName", TextRule.LogGroupName);
        var stream = request.RequiredText("logStreamName", TextRule.LogStreamName);
        request.Validate();

        store.Group(group).CreateStream(stream, store.Now);
    }
}
