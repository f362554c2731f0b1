using System.Xml;
using FlowLogs.Sandbox.Protocol.Ec2Query;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Ec2;

/// <summary>Deletes flow logs; what they have logged stays.</summary>
internal sealed class DeleteFlowLogs(FlowLogStore store) : IQueryOperation
{
    public string Action => nameof(DeleteFlowLogs);

    public void Run(QueryParameters request, XmlWriter answer)
    {
        var ids = request.RequiredTexts("FlowLogId");
        request.EndDryRun();
        Failures.Write(answer, ids.Where(id => !store.TryRemove(id)).Select(id => new FlowLogFailure(
            id,
            "InvalidFlowLogId.NotFound",
            $"These flow log ids in the input list are not found: [TotalCount: 1] {id}")));
    }
}
