using FlowLogs.Cloud;

namespace FlowLogs.Tests.Cloud.Events;

/// <summary>A connection that answers FilterLogEvents as a test says, and nothing else.</summary>
internal sealed class LogsStub(Func<LogEventQuery, string?, CancellationToken, Task<CloudPage<CloudLogEvent>>> answer) : ICloudLogs
{
    private int _calls;

    public LogsStub(Func<LogEventQuery, string?, CloudPage<CloudLogEvent>> answer)
        : this((query, token, _) => Task.FromResult(answer(query, token)))
    {
    }

    public int Calls => _calls;

    public bool HasOwnEndpoint => false;

    public Task<CloudPage<CloudLogEvent>> FilterLogEventsAsync(LogEventQuery query, string? nextToken, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        return answer(query, nextToken, cancellationToken);
    }

    public Task<CloudPage<FlowLogGroup>> DescribeLogGroupsAsync(string? namePrefix, string? nextToken, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task CreateLogGroupAsync(string logGroupName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task DeleteLogGroupAsync(string logGroupName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CloudPage<FlowLogStream>> DescribeLogStreamsAsync(string logGroupName, string? namePrefix, string? nextToken, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task PutMetricFilterAsync(FlowMetricFilter filter, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<CloudPage<FlowMetricFilter>> DescribeMetricFiltersAsync(string? logGroupName, string? filterNamePrefix, string? metricName, string? metricNamespace, string? nextToken, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task DeleteMetricFilterAsync(string logGroupName, string filterName, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<CloudFilterMatch>> TestMetricFilterAsync(string filterPattern, IReadOnlyList<string> messages, CancellationToken cancellationToken) => throw new NotSupportedException();

    public void Dispose()
    {
    }
}
