using FlowLogs.Cloud;

namespace FlowLogs.Tests.Cloud;

/// <summary>An EC2 that describes the flow logs it was given, two on a page, and counts how often it was asked.</summary>
internal sealed class ScriptedNetwork(params FlowLog[] logs) : ICloudNetwork
{
    public bool HasOwnEndpoint { get; init; }

    public string Identity { get; init; } = Guid.NewGuid().ToString();

    /// <summary>What is done in place of an answer.</summary>
    public Func<CancellationToken, Task>? Instead { get; set; }

    public int Asked { get; private set; }

    public Task<string> GetIdentityAsync(CancellationToken cancellationToken) => Task.FromResult(Identity);

    public async Task<CloudPage<FlowLog>> DescribeFlowLogsAsync(FlowLogQuery query, string? nextToken, CancellationToken cancellationToken)
    {
        var first = nextToken is null ? 0 : int.Parse(nextToken, System.Globalization.CultureInfo.InvariantCulture);
        if (first == 0)
            Asked++;
        if (Instead is not null)
            await Instead(cancellationToken);
        return new CloudPage<FlowLog>([.. logs.Skip(first).Take(2)], first + 2 < logs.Length ? $"{first + 2}" : null);
    }

    public Task<CreatedFlowLogs> CreateFlowLogsAsync(FlowLogSettings settings, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task DeleteFlowLogAsync(string flowLogId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public void Dispose()
    {
    }
}
