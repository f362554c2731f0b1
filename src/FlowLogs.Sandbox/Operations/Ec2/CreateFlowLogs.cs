using System.Security.Cryptography;
using System.Xml;
using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Protocol.Ec2Query;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Ec2;

/// <summary>Makes flow logs, one for each resource. They are described from then on, but log nothing.</summary>
internal sealed class CreateFlowLogs(FlowLogStore store, BucketStore buckets) : IQueryOperation
{
    public string Action => nameof(CreateFlowLogs);

    public void Run(QueryParameters request, XmlWriter answer)
    {
        var resources = request.RequiredTexts("ResourceId");
        var resourceType = request.Choice("ResourceType", FlowLogRequest.IdPrefixes.Keys)
            ?? throw Ec2Error.Missing("ResourceType");
        var template = FlowLogRequest.Read(request, resourceType) with { CreationTime = store.Now };
        var clientToken = request.Text("ClientToken");
        request.EndDryRun();

        var created = store.Once(clientToken, request.Question(), () => Create(resources, resourceType, template))
            ?? throw new ServiceException(
                "IdempotentParameterMismatch",
                "The request uses the same client token as a previous, but non-identical request.");
        answer.Element("clientToken", clientToken);
        answer.Element("flowLogIdSet", () =>
        {
            foreach (var id in created.Ids)
                answer.Element("item", id);
        });
        Failures.Write(answer, created.Failures);
    }

    private FlowLogsCreated Create(IEnumerable<string> resources, string resourceType, StoredFlowLog template)
    {
        var ids = new List<string>();
        var failures = new List<FlowLogFailure>();
        foreach (var resource in resources)
        {
            var flowLog = template with { Id = NewId(), ResourceId = resource };
            var failure = WhyNot(flowLog, resourceType) ?? (store.TryAdd(flowLog) ? null : AlreadyExists(resource));
            if (failure is null)
                ids.Add(flowLog.Id);
            else
                failures.Add(failure.Value);
        }

        return new FlowLogsCreated(ids, failures);
    }

    private FlowLogFailure? WhyNot(StoredFlowLog flowLog, string resourceType)
    {
        var prefix = FlowLogRequest.IdPrefixes[resourceType];
        if (!flowLog.ResourceId.StartsWith(prefix, StringComparison.Ordinal))
        {
            return new FlowLogFailure(
                flowLog.ResourceId,
                "InvalidParameterValue",
                $"The resource ID '{flowLog.ResourceId}' is not one of a {resourceType}, which begins with {prefix}");
        }

        if (flowLog.DestinationType == StoredFlowLog.S3
            && S3Destination.Parse(flowLog.LogDestination!).Bucket is var bucket
            && !buckets.Buckets.ContainsKey(bucket))
        {
            return new FlowLogFailure(flowLog.ResourceId, "400", $"LogDestination: {bucket} does not exist.");
        }

        return null;
    }

    private static FlowLogFailure AlreadyExists(string resource) => new(
        resource,
        "FlowLogAlreadyExists",
        "Error. There is an existing Flow Log with the same configuration and log destination.");

    private static string NewId() => "fl-0" + Convert.ToHexString(RandomNumberGenerator.GetBytes(8)).ToLowerInvariant();
}
