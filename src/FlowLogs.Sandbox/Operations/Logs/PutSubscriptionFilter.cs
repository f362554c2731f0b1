using System.Text.Json;
using FlowLogs.Sandbox.Delivery;
using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>Makes a subscription filter, or replaces the one of the same name, after its destination took a test message.</summary>
internal sealed class PutSubscriptionFilter(LogStore store, SubscriptionDelivery delivery) : IJsonOperation
{
    public string Target => LogsOperations.TargetPrefix + nameof(PutSubscriptionFilter);

    public void Run(RequestMembers request, Utf8JsonWriter answer)
    {
        var groupName = request.RequiredText("logGroupName", TextRule.LogGroupName);
        var name = request.RequiredText("filterName", TextRule.FilterName);
        var patternText = request.RequiredText("filterPattern", TextRule.FilterPattern);
        var destinationArn = request.RequiredText("destinationArn", TextRule.DestinationArn);
        var roleArn = request.Text("roleArn", TextRule.DestinationArn);
        var distribution = request.Choice("distribution", SubscriptionFilter.Distributions);
        var onTransformedLogs = request.Flag("applyOnTransformedLogs") == true;
        var criteria = request.Text("fieldSelectionCriteria", TextRule.FieldSelectionCriteria);
        var systemFields = request.Texts("emitSystemFields", TextRule.Any, 0, int.MaxValue) ?? [];
        request.Validate();

        var group = store.Group(groupName);
        var filter = new SubscriptionFilter
        {
            Name = name,
            Pattern = PatternArgument.Parse(patternText, "Invalid filter pattern"),
            DestinationArn = destinationArn,
            CreationTime = store.Now,
            RoleArn = roleArn,
            Distribution = distribution ?? SubscriptionFilter.Distributions[0],
            ApplyOnTransformedLogs = onTransformedLogs,
            FieldSelectionCriteria = criteria,
            SystemFields = systemFields,
        };
        if (destinationArn.StartsWith("arn:aws:lambda:", StringComparison.Ordinal) && roleArn is not null)
            throw ServiceException.InvalidParameter("destinationArn for vendor lambda cannot be used with roleArn");
        group.CheckRoomForSubscription(name);
        delivery.Probe(destinationArn);
        group.PutSubscriptionFilter(filter);
    }
}
