using System.Runtime.CompilerServices;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using FlowLogs.Aws.Connecting;
using FlowLogs.Aws.Errors;
using FlowLogs.Aws.Transport;
using FlowLogs.Cloud;

namespace FlowLogs.Aws;

/// <summary>CloudWatch Logs through the SDK: one call for each method, and every error as one of ours.</summary>
/// <param name="client">For calls that the SDK tries again when they fail.</param>
/// <param name="singleTries">For FilterLogEvents, which the engine tries again, and knows how long.</param>
/// <param name="calls">What calls go through.</param>
internal sealed class CloudLogs(IAmazonCloudWatchLogs client, IAmazonCloudWatchLogs singleTries, ServiceCalls calls) : ICloudLogs
{
    public bool HasOwnEndpoint => calls.HasOwnEndpoint;

    public CloudPlace Place => calls.Place;

    public async Task<CloudPage<FlowLogGroup>> DescribeLogGroupsAsync(
        string? namePrefix, string? nextToken, CancellationToken cancellationToken)
    {
        var answer = await calls.CallAsync(
            client.DescribeLogGroupsAsync,
            new DescribeLogGroupsRequest { LogGroupNamePrefix = namePrefix, NextToken = nextToken },
            new LogsSubject("DescribeLogGroups", namePrefix),
            cancellationToken);
        return Mapping.Page(answer.LogGroups, Mapping.ToGroup, answer.NextToken);
    }

    public Task CreateLogGroupAsync(string logGroupName, CancellationToken cancellationToken) =>
        calls.CallAsync(
            client.CreateLogGroupAsync,
            new CreateLogGroupRequest { LogGroupName = logGroupName },
            new LogsSubject("CreateLogGroup", logGroupName),
            cancellationToken);

    public Task DeleteLogGroupAsync(string logGroupName, CancellationToken cancellationToken) =>
        calls.CallAsync(
            client.DeleteLogGroupAsync,
            new DeleteLogGroupRequest { LogGroupName = logGroupName },
            new LogsSubject("DeleteLogGroup", logGroupName),
            cancellationToken);

    public Task PutRetentionPolicyAsync(string logGroupName, int retentionInDays, CancellationToken cancellationToken) =>
        calls.CallAsync(
            client.PutRetentionPolicyAsync,
            new PutRetentionPolicyRequest { LogGroupName = logGroupName, RetentionInDays = retentionInDays },
            new LogsSubject("PutRetentionPolicy", logGroupName),
            cancellationToken);

    public Task DeleteRetentionPolicyAsync(string logGroupName, CancellationToken cancellationToken) =>
        calls.CallAsync(
            client.DeleteRetentionPolicyAsync,
            new DeleteRetentionPolicyRequest { LogGroupName = logGroupName },
            new LogsSubject("DeleteRetentionPolicy", logGroupName),
            cancellationToken);

    public async Task<CloudPage<FlowLogStream>> DescribeLogStreamsAsync(
        string logGroupName, string? namePrefix, string? nextToken, CancellationToken cancellationToken)
    {
        var (name, identifier) = Mapping.NameOrArn(logGroupName);
        var answer = await calls.CallAsync(
            client.DescribeLogStreamsAsync,
            new DescribeLogStreamsRequest
            {
                LogGroupName = name,
                LogGroupIdentifier = identifier,
                LogStreamNamePrefix = namePrefix,
                OrderBy = OrderBy.LogStreamName,
                NextToken = nextToken,
            },
            new LogsSubject("DescribeLogStreams", logGroupName),
            cancellationToken);
        return Mapping.Page(answer.LogStreams, stream => Mapping.ToStream(stream, logGroupName), answer.NextToken);
    }

    public async Task<CloudPage<CloudLogEvent>> FilterLogEventsAsync(
        LogEventQuery query, string? nextToken, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return await calls.CallAsync(
            ReadAsync,
            Mapping.ToFilterRequest(query, nextToken),
            new LogsSubject("FilterLogEvents", query.LogGroupName, Mapping.StreamOf(query)),
            cancellationToken);

        async Task<CloudPage<CloudLogEvent>> ReadAsync(FilterLogEventsRequest request, CancellationToken token)
        {
            using var body = PageBody.Expect();
            await singleTries.FilterLogEventsAsync(request, token);
            return LogEventPage.Read(body.Json);
        }
    }

    public Task PutMetricFilterAsync(FlowMetricFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return calls.CallAsync(
            client.PutMetricFilterAsync,
            Mapping.ToPutRequest(filter),
            new LogsSubject("PutMetricFilter", filter.LogGroupName, filter.FilterName),
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
        var answer = await calls.CallAsync(
            client.DescribeMetricFiltersAsync,
            new DescribeMetricFiltersRequest
            {
                LogGroupName = logGroupName,
                FilterNamePrefix = filterNamePrefix,
                MetricName = metricName,
                MetricNamespace = metricNamespace,
                NextToken = nextToken,
            },
            new LogsSubject("DescribeMetricFilters", logGroupName),
            cancellationToken);
        return Mapping.Page(answer.MetricFilters, filter => Mapping.ToFilter(filter, logGroupName), answer.NextToken);
    }

    public Task DeleteMetricFilterAsync(string logGroupName, string filterName, CancellationToken cancellationToken) =>
        calls.CallAsync(
            client.DeleteMetricFilterAsync,
            new DeleteMetricFilterRequest { LogGroupName = logGroupName, FilterName = filterName },
            new LogsSubject("DeleteMetricFilter", logGroupName, filterName),
            cancellationToken);

    public Task PutSubscriptionFilterAsync(FlowSubscription subscription, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        return calls.CallAsync(
            client.PutSubscriptionFilterAsync,
            Mapping.ToPutRequest(subscription),
            new LogsSubject("PutSubscriptionFilter", subscription.LogGroupName, subscription.FilterName),
            cancellationToken);
    }

    public async Task<CloudPage<FlowSubscription>> DescribeSubscriptionFiltersAsync(
        string logGroupName, string? filterNamePrefix, string? nextToken, CancellationToken cancellationToken)
    {
        var answer = await calls.CallAsync(
            client.DescribeSubscriptionFiltersAsync,
            new DescribeSubscriptionFiltersRequest
            {
                LogGroupName = logGroupName,
                FilterNamePrefix = filterNamePrefix,
                NextToken = nextToken,
            },
            new LogsSubject("DescribeSubscriptionFilters", logGroupName),
            cancellationToken);
        return Mapping.Page(answer.SubscriptionFilters, filter => Mapping.ToSubscription(filter, logGroupName), answer.NextToken);
    }

    public Task DeleteSubscriptionFilterAsync(string logGroupName, string filterName, CancellationToken cancellationToken) =>
        calls.CallAsync(
            client.DeleteSubscriptionFilterAsync,
            new DeleteSubscriptionFilterRequest { LogGroupName = logGroupName, FilterName = filterName },
            new LogsSubject("DeleteSubscriptionFilter", logGroupName, filterName),
            cancellationToken);

    public async Task<IReadOnlyList<CloudFilterMatch>> TestMetricFilterAsync(
        string filterPattern, IReadOnlyList<string> messages, CancellationToken cancellationToken)
    {
        var answer = await calls.CallAsync(
            client.TestMetricFilterAsync,
            new TestMetricFilterRequest { FilterPattern = filterPattern, LogEventMessages = [.. messages] },
            new LogsSubject("TestMetricFilter", name: filterPattern),
            cancellationToken);
        return Mapping.Page(answer.Matches, Mapping.ToMatch, null).Items;
    }

    public async IAsyncEnumerable<LiveTailUpdate> StartLiveTailAsync(
        LiveTailQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var subject = new LogsSubject("StartLiveTail", query.LogGroupArn);
        using var answer = await calls.CallAsync(client.StartLiveTailAsync, Mapping.ToLiveTailRequest(query), subject, cancellationToken);
        await using var events = answer.ResponseStream!.GetAsyncEnumerator(cancellationToken);
        while (await MoveNextAsync())
        {
            if (events.Current is LiveTailSessionUpdate update)
                yield return Mapping.ToUpdate(update);
        }

        async Task<bool> MoveNextAsync()
        {
            try
            {
                return await events.MoveNextAsync();
            }
            catch (Exception e) when (cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException("StartLiveTail was cancelled.", e, cancellationToken);
            }
            catch (CloudWatchLogsEventStreamException e) when (e.InnerException is SessionTimeoutException)
            {
                return false;
            }
            catch (CloudWatchLogsEventStreamException e)
            {
                throw new FlowLogException(
                    "ConnectionFailed",
                    FlowErrorKind.Connection,
                    $"The live tail of {query.LogGroupArn} broke off: {(e.InnerException ?? e).Message}",
                    query.LogGroupArn,
                    e);
            }
        }
    }

    public void Dispose()
    {
        client.Dispose();
        singleTries.Dispose();
    }
}
