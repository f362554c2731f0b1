using FlowLogs.Sandbox.Delivery;
using FlowLogs.Sandbox.Faults;
using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>The operations of CloudWatch Logs.</summary>
internal static class LogsOperations
{
    /// <summary>What stands before the operation's name in <c>X-Amz-Target</c>.</summary>
    public const string TargetPrefix = "Logs_20140328.";

    public static JsonService Over(LogStore store, SubscriptionDelivery delivery, FaultPlan faults, TokenSigner signer)
    {
        var tokens = new PageTokens(signer);
        IJsonOperation[] operations =
        [
            new DescribeLogGroups(store, tokens),
            new CreateLogGroup(store),
            new DeleteLogGroup(store),
            new DescribeLogStreams(store, tokens),
            new CreateLogStream(store),
            new DeleteLogStream(store),
            new PutLogEvents(store),
            new GetLogEvents(store, new StreamTokens(signer), faults),
            new FilterLogEvents(store, tokens, faults),
            new PutMetricFilter(store),
            new DescribeMetricFilters(store, tokens),
            new DeleteMetricFilter(store),
            new TestMetricFilter(),
            new PutRetentionPolicy(store),
            new DeleteRetentionPolicy(store),
            new PutSubscriptionFilter(store, delivery),
            new DescribeSubscriptionFilters(store, tokens),
            new DeleteSubscriptionFilter(store),
        ];
        return new JsonService(TargetPrefix, "application/x-amz-json-1.1", operations) { Streams = [new StartLiveTail(store)] };
    }
}
