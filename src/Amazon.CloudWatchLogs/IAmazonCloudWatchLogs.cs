using Amazon.CloudWatchLogs.Model;
using Amazon.Runtime;

namespace Amazon.CloudWatchLogs;

/// <summary>The operations of CloudWatch Logs that are used here.</summary>
public interface IAmazonCloudWatchLogs : IAmazonService, IDisposable
{
    /// <summary>Makes a log group.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<CreateLogGroupResponse> CreateLogGroupAsync(
        CreateLogGroupRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>Deletes a log group with everything in it.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<DeleteLogGroupResponse> DeleteLogGroupAsync(
        DeleteLogGroupRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>Deletes a metric filter.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<DeleteMetricFilterResponse> DeleteMetricFilterAsync(
        DeleteMetricFilterRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>Keeps the events of a log group for ever.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<DeleteRetentionPolicyResponse> DeleteRetentionPolicyAsync(
        DeleteRetentionPolicyRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>Deletes a subscription filter.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<DeleteSubscriptionFilterResponse> DeleteSubscriptionFilterAsync(
        DeleteSubscriptionFilterRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>Lists log groups.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<DescribeLogGroupsResponse> DescribeLogGroupsAsync(
        DescribeLogGroupsRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>Lists the streams of a log group.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<DescribeLogStreamsResponse> DescribeLogStreamsAsync(
        DescribeLogStreamsRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>Lists metric filters.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<DescribeMetricFiltersResponse> DescribeMetricFiltersAsync(
        DescribeMetricFiltersRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>Lists the subscription filters of a log group.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<DescribeSubscriptionFiltersResponse> DescribeSubscriptionFiltersAsync(
        DescribeSubscriptionFiltersRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>Searches the events of a log group.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<FilterLogEventsResponse> FilterLogEventsAsync(
        FilterLogEventsRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>Makes a metric filter, or replaces the one of that name.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<PutMetricFilterResponse> PutMetricFilterAsync(
        PutMetricFilterRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>Sets how long the events of a log group are kept.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<PutRetentionPolicyResponse> PutRetentionPolicyAsync(
        PutRetentionPolicyRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>Makes a subscription filter, or replaces the one of that name.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<PutSubscriptionFilterResponse> PutSubscriptionFilterAsync(
        PutSubscriptionFilterRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>Begins a session that gives events as they arrive.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Ends the call, but not the session.</param>
    Task<StartLiveTailResponse> StartLiveTailAsync(
        StartLiveTailRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>Tests a pattern against messages.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<TestMetricFilterResponse> TestMetricFilterAsync(
        TestMetricFilterRequest request,
        CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonCloudWatchLogsConfig();

    /// <inheritdoc/>
    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials,
        ClientConfig clientConfig) =>
        new AmazonCloudWatchLogsClient(awsCredentials, (AmazonCloudWatchLogsConfig)clientConfig);
}
