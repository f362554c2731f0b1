using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using Amazon.Runtime;
using FlowLogs.Aws.Errors;
using FlowLogs.Cloud;

namespace FlowLogs.Aws;

/// <summary>CloudWatch Logs through the SDK: one call for each method, and every error as one of ours.</summary>
internal sealed class CloudLogs(IAmazonCloudWatchLogs client, AWSCredentials credentials, CallPlace place) : ICloudLogs
{
    public async Task<CloudPage<FlowLogGroup>> DescribeLogGroupsAsync(
        string? namePrefix, string? nextToken, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(
            client.DescribeLogGroupsAsync,
            new DescribeLogGroupsRequest { LogGroupNamePrefix = namePrefix, NextToken = nextToken },
            new CallSubject("DescribeLogGroups", namePrefix),
            cancellationToken);
        return Mapping.Page(answer.LogGroups, Mapping.ToGroup, answer.NextToken);
    }

    public Task CreateLogGroupAsync(string logGroupName, CancellationToken cancellationToken) =>
        CallAsync(
            client.CreateLogGroupAsync,
            new CreateLogGroupRequest { LogGroupName = logGroupName },
            new CallSubject("CreateLogGroup", logGroupName),
            cancellationToken);

    public Task DeleteLogGroupAsync(string logGroupName, CancellationToken cancellationToken) =>
        CallAsync(
            client.DeleteLogGroupAsync,
            new DeleteLogGroupRequest { LogGroupName = logGroupName },
            new CallSubject("DeleteLogGroup", logGroupName),
            cancellationToken);

    public async Task<CloudPage<FlowLogStream>> DescribeLogStreamsAsync(
        string logGroupName, string? namePrefix, string? nextToken, CancellationToken cancellationToken)
    {
        var (name, identifier) = Mapping.NameOrArn(logGroupName);
        var answer = await CallAsync(
            client.DescribeLogStreamsAsync,
            new DescribeLogStreamsRequest
            {
                LogGroupName = name,
                LogGroupIdentifier = identifier,
                LogStreamNamePrefix = namePrefix,
                OrderBy = OrderBy.LogStreamName,
                NextToken = nextToken,
            },
            new CallSubject("DescribeLogStreams", logGroupName),
            cancellationToken);
        return Mapping.Page(answer.LogStreams, stream => Mapping.ToStream(stream, logGroupName), answer.NextToken);
    }

    public async Task<CloudPage<CloudLogEvent>> FilterLogEventsAsync(
        LogEventQuery query, string? nextToken, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var answer = await CallAsync(
            client.FilterLogEventsAsync,
            Mapping.ToFilterRequest(query, nextToken),
            new CallSubject("FilterLogEvents", query.LogGroupName, Mapping.StreamOf(query)),
            cancellationToken);
        return Mapping.Page(answer.Events, Mapping.ToEvent, answer.NextToken);
    }

    public async Task<CloudPage<CloudLogEvent>> GetLogEventsAsync(
        LogEventQuery query, string? nextToken, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var stream = Mapping.StreamOf(query)
            ?? throw new ArgumentException("GetLogEvents takes exactly one stream.", nameof(query));
        var answer = await CallAsync(
            client.GetLogEventsAsync,
            Mapping.ToGetRequest(query, stream, nextToken),
            new CallSubject("GetLogEvents", query.LogGroupName, stream),
            cancellationToken);
        return Mapping.Page(answer.Events, e => Mapping.ToEvent(e, stream), answer.NextForwardToken);
    }

    public Task PutMetricFilterAsync(FlowMetricFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return CallAsync(
            client.PutMetricFilterAsync,
            Mapping.ToPutRequest(filter),
            new CallSubject("PutMetricFilter", filter.LogGroupName, filter.FilterName),
            cancellationToken);
    }

    public async Task<CloudPage<FlowMetricFilter>> DescribeMetricFiltersAsync(
        string? logGroupName,
        string? filterNamePrefix,
        string? metricName,
        string? metricNamespace,
        string? nextToken,
        CancellationToken cancellationToken)
    {
        var answer = await CallAsync(
            client.DescribeMetricFiltersAsync,
            new DescribeMetricFiltersRequest
            {
                LogGroupName = logGroupName,
                FilterNamePrefix = filterNamePrefix,
                MetricName = metricName,
                MetricNamespace = metricNamespace,
                NextToken = nextToken,
            },
            new CallSubject("DescribeMetricFilters", logGroupName),
            cancellationToken);
        return Mapping.Page(answer.MetricFilters, filter => Mapping.ToFilter(filter, logGroupName), answer.NextToken);
    }

    public Task DeleteMetricFilterAsync(string logGroupName, string filterName, CancellationToken cancellationToken) =>
        CallAsync(
            client.DeleteMetricFilterAsync,
            new DeleteMetricFilterRequest { LogGroupName = logGroupName, FilterName = filterName },
            new CallSubject("DeleteMetricFilter", logGroupName, filterName),
            cancellationToken);

    public async Task<IReadOnlyList<CloudFilterMatch>> TestMetricFilterAsync(
        string filterPattern, IReadOnlyList<string> messages, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(
            client.TestMetricFilterAsync,
            new TestMetricFilterRequest { FilterPattern = filterPattern, LogEventMessages = [.. messages] },
            new CallSubject("TestMetricFilter", Name: filterPattern),
            cancellationToken);
        return Mapping.Page(answer.Matches, Mapping.ToMatch, null).Items;
    }

    public void Dispose() => client.Dispose();

    private async Task<TAnswer> CallAsync<TRequest, TAnswer>(
        Func<TRequest, CancellationToken, Task<TAnswer>> call,
        TRequest request,
        CallSubject subject,
        CancellationToken cancellationToken)
    {
        try
        {
            await GetCredentialsAsync(subject, cancellationToken);
            // The SDK looks at the token only now and then; whoever cancels does not wait for that.
            return await call(request, cancellationToken).WaitAsync(cancellationToken);
        }
        catch (Exception e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException($"{subject.Operation} was cancelled.", e, cancellationToken);
        }
        catch (Exception e) when (e is not FlowLogException)
        {
            throw CallErrors.ToFlowLogException(e, subject, place);
        }
    }

    /// <summary>
    /// Gets the keys before the call does, from the SDK's cache but for the first time, so that it is known whether
    /// the credentials or the call failed.
    /// </summary>
    private async Task GetCredentialsAsync(CallSubject subject, CancellationToken cancellationToken)
    {
        try
        {
            // In the background, because some kinds of credentials are fetched synchronously.
            await Task.Run(credentials.GetCredentialsAsync, cancellationToken).WaitAsync(cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            throw CredentialErrors.ToFlowLogException(e, subject, place);
        }
    }
}
