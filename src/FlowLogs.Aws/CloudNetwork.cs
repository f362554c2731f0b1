using Amazon;
using Amazon.EC2;
using Amazon.EC2.Model;
using FlowLogs.Aws.Connecting;
using FlowLogs.Aws.Errors;
using FlowLogs.Cloud;

namespace FlowLogs.Aws;

/// <summary>EC2 through the SDK: one call for each method, and every error as one of ours.</summary>
internal sealed class CloudNetwork(IAmazonEC2 client, ServiceCalls calls) : ICloudNetwork
{
    public bool HasOwnEndpoint => calls.HasOwnEndpoint;

    public Task<string> GetIdentityAsync(CancellationToken cancellationToken) =>
        calls.GetIdentityAsync(new CallSubject("DescribeFlowLogs"), cancellationToken);

    public async Task<CloudPage<FlowLogs.FlowLog>> DescribeFlowLogsAsync(
        FlowLogQuery query, string? nextToken, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var answer = await calls.CallAsync(
            client.DescribeFlowLogsAsync,
            NetworkMapping.ToDescribeRequest(query, nextToken),
            new NetworkSubject("DescribeFlowLogs", query.LogGroupName ?? query.ResourceId),
            cancellationToken);
        return Mapping.Page(answer.FlowLogs, NetworkMapping.ToFlowLog, answer.NextToken);
    }

    public async Task<CreatedFlowLogs> CreateFlowLogsAsync(FlowLogSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var answer = await calls.CallAsync(
            client.CreateFlowLogsAsync,
            NetworkMapping.ToCreateRequest(settings, RegionEndpoint.GetBySystemName(client.Config.AuthenticationRegion).PartitionName),
            Subject(string.Join(", ", settings.ResourceIds)),
            cancellationToken);
        return new CreatedFlowLogs(
            answer.FlowLogIds ?? [],
            [.. (answer.Unsuccessful ?? []).Select(item => Failure(item, Subject(item.ResourceId)))]);

        static NetworkSubject Subject(string resource) => new("CreateFlowLogs", resource);
    }

    public async Task DeleteFlowLogAsync(string flowLogId, CancellationToken cancellationToken)
    {
        var subject = new NetworkSubject("DeleteFlowLogs", flowLogId);
        var answer = await calls.CallAsync(
            client.DeleteFlowLogsAsync,
            new DeleteFlowLogsRequest { FlowLogIds = [flowLogId] },
            subject,
            cancellationToken);
        if (answer.Unsuccessful is [var item, ..])
            throw Failure(item, subject);
    }

    public void Dispose() => client.Dispose();

    // In a list of failures or as the answer to the whole call: it is the same error.
    private FlowLogException Failure(UnsuccessfulItem item, NetworkSubject subject) =>
        calls.ToFlowLogException(new AmazonEC2Exception(item.Error?.Message) { ErrorCode = item.Error?.Code }, subject);
}
