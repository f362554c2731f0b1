using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations;

/// <summary>The operations of CloudWatch Logs.</summary>
internal static class LogsOperations
{
    /// <summary>What stands before the operation's name in <c>X-Amz-Target</c>.</summary>
    public const string TargetPrefix = "Logs_20140328.";

    public static IReadOnlyList<IOperation> Over(LogStore store, TokenSigner signer)
    {
        var tokens = new PageTokens(signer);
        return
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
    }
}
