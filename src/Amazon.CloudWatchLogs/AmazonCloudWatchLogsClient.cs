using Amazon.CloudWatchLogs.Internal;
using Amazon.CloudWatchLogs.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.CloudWatchLogs;

/// <summary>A client of CloudWatch Logs. It may be used from several threads at once.</summary>
public class AmazonCloudWatchLogsClient : AmazonServiceClient, IAmazonCloudWatchLogs
{
    private static readonly LogsServiceMetadata Metadata = new();

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
        InvokeAsync<CreateLogGroupResponse>(request, Operation.CreateLogGroup.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteLogGroupResponse> DeleteLogGroupAsync(
        DeleteLogGroupRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteLogGroupResponse>(request, Operation.DeleteLogGroup.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteMetricFilterResponse> DeleteMetricFilterAsync(
        DeleteMetricFilterRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteMetricFilterResponse>(request, Operation.DeleteMetricFilter.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeLogGroupsResponse> DescribeLogGroupsAsync(
        DescribeLogGroupsRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeLogGroupsResponse>(request, Operation.DescribeLogGroups.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeLogStreamsResponse> DescribeLogStreamsAsync(
        DescribeLogStreamsRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeLogStreamsResponse>(request, Operation.DescribeLogStreams.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeMetricFiltersResponse> DescribeMetricFiltersAsync(
        DescribeMetricFiltersRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeMetricFiltersResponse>(request, Operation.DescribeMetricFilters.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<FilterLogEventsResponse> FilterLogEventsAsync(
        FilterLogEventsRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<FilterLogEventsResponse>(request, Operation.FilterLogEvents.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetLogEventsResponse> GetLogEventsAsync(
        GetLogEventsRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<GetLogEventsResponse>(request, Operation.GetLogEvents.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PutMetricFilterResponse> PutMetricFilterAsync(
        PutMetricFilterRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<PutMetricFilterResponse>(request, Operation.PutMetricFilter.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<StartLiveTailResponse> StartLiveTailAsync(
        StartLiveTailRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<StartLiveTailResponse>(request, Operation.StartLiveTail.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<TestMetricFilterResponse> TestMetricFilterAsync(
        TestMetricFilterRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<TestMetricFilterResponse>(request, Operation.TestMetricFilter.Options, cancellationToken);

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new LogsEndpointResolver());
        pipeline.AddHandlerAfter<LogsEndpointResolver>(new LogsAuthSchemeHandler());
    }
}
