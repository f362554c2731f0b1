using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Protocol.Ec2Query;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Ec2;

/// <summary>The operations of EC2 on flow logs.</summary>
internal static class Ec2Operations
{
    public static QueryProtocol Over(FlowLogStore flowLogs, LogStore logs, BucketStore buckets, TokenSigner signer) => new(
    [
        new DescribeFlowLogs(flowLogs, logs, buckets, new PageTokens(signer)),
        new CreateFlowLogs(flowLogs, buckets),
        new DeleteFlowLogs(flowLogs),
    ]);
}
