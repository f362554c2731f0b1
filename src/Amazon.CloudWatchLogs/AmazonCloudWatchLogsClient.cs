using Amazon.AwsJson;
using Amazon.CloudWatchLogs.Internal;
using Amazon.CloudWatchLogs.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.CloudWatchLogs;

/// <summary>A client of CloudWatch Logs. It may be used from several threads at once.</summary>
public class AmazonCloudWatchLogsClient : AmazonServiceClient, IAmazonCloudWatchLogs
{
    private static readonly JsonServiceMetadata Metadata = new(LogsService.Instance);

    /// <summary>Makes a client that looks for credentials where the SDK looks for them.</summary>
    /// <param name="config">The settings.</param>
    public AmazonCloudWatchLogsClient(AmazonCloudWatchLogsConfig config)
        : base(config)
    {
    }

    /// <summary>Makes a client with given credentials.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <param name="clientConfig">The settings.</param>
    public AmazonCloudWatchLogsClient(AWSCredentials credentials, AmazonCloudWatchLogsConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => Metadata;

    /// <inheritdoc/>
    public virtual Task<CreateLogGroupResponse> CreateLogGroupAsync(
        CreateLogGroupRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateLogGroupResponse>(request, LogsOperations.CreateLogGroup.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteLogGroupResponse> DeleteLogGroupAsync(
        DeleteLogGroupRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteLogGroupResponse>(request, LogsOperations.DeleteLogGroup.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteMetricFilterResponse> DeleteMetricFilterAsync(
        DeleteMetricFilterRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteMetricFilterResponse>(request, LogsOperations.DeleteMetricFilter.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteRetentionPolicyResponse> DeleteRetentionPolicyAsync(
        DeleteRetentionPolicyRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteRetentionPolicyResponse>(request, LogsOperations.DeleteRetentionPolicy.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteSubscriptionFilterResponse> DeleteSubscriptionFilterAsync(
        DeleteSubscriptionFilterRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteSubscriptionFilterResponse>(request, LogsOperations.DeleteSubscriptionFilter.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeLogGroupsResponse> DescribeLogGroupsAsync(
        DescribeLogGroupsRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeLogGroupsResponse>(request, LogsOperations.DescribeLogGroups.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeLogStreamsResponse> DescribeLogStreamsAsync(
        DescribeLogStreamsRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeLogStreamsResponse>(request, LogsOperations.DescribeLogStreams.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeMetricFiltersResponse> DescribeMetricFiltersAsync(
        DescribeMetricFiltersRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeMetricFiltersResponse>(request, LogsOperations.DescribeMetricFilters.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeSubscriptionFiltersResponse> DescribeSubscriptionFiltersAsync(
        DescribeSubscriptionFiltersRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeSubscriptionFiltersResponse>(request, LogsOperations.DescribeSubscriptionFilters.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<FilterLogEventsResponse> FilterLogEventsAsync(
        FilterLogEventsRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<FilterLogEventsResponse>(request, LogsOperations.FilterLogEvents.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PutMetricFilterResponse> PutMetricFilterAsync(
        PutMetricFilterRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<PutMetricFilterResponse>(request, LogsOperations.PutMetricFilter.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PutRetentionPolicyResponse> PutRetentionPolicyAsync(
        PutRetentionPolicyRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<PutRetentionPolicyResponse>(request, LogsOperations.PutRetentionPolicy.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PutSubscriptionFilterResponse> PutSubscriptionFilterAsync(
        PutSubscriptionFilterRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<PutSubscriptionFilterResponse>(request, LogsOperations.PutSubscriptionFilter.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<StartLiveTailResponse> StartLiveTailAsync(
        StartLiveTailRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<StartLiveTailResponse>(request, LogsOperations.StartLiveTail.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<TestMetricFilterResponse> TestMetricFilterAsync(
        TestMetricFilterRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<TestMetricFilterResponse>(request, LogsOperations.TestMetricFilter.Options, cancellationToken);

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => JsonClients.Customize(pipeline);
}
