using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>The operations of CloudWatch Logs.</summary>
internal static class LogsOperations
{
    /// <summary>What stands before the operation's name in <c>X-Amz-Target</c>.</summary>
    public const string TargetPrefix = "Logs_20140328.";

    public static JsonService Over(LogStore store, TokenSigner signer)
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
            new GetLogEvents(store, new StreamTokens(signer)),
            new FilterLogEvents(store, tokens),
            new PutMetricFilter(store),
            new DescribeMetricFilters(store, tokens),
            new DeleteMetricFilter(store),
            new TestMetricFilter(),
        ];
        return new JsonService(TargetPrefix, "application/x-amz-json-1.1", operations);
    }
}
