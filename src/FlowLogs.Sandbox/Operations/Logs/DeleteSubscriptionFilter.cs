using System.Text.Json;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>Removes a subscription filter.</summary>
internal sealed class DeleteSubscriptionFilter(LogStore store) : IJsonOperation
{
    public string Target => LogsOperations.TargetPrefix + nameof(DeleteSubscriptionFilter);

    public void Run(RequestMembers request, Utf8JsonWriter answer)
    {
        var groupName = request.RequiredText("logGroupName", TextRule.LogGroupName);
        var filterName = request.RequiredText("filterName", TextRule.FilterName);
        request.Validate();

        store.Group(groupName).DeleteSubscriptionFilter(filterName);
    }
}
