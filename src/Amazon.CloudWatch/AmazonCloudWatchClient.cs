using Amazon.AwsJson;
using Amazon.CloudWatch.Internal;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.CloudWatch;

/// <summary>A client of CloudWatch. It may be used from several threads at once.</summary>
public class AmazonCloudWatchClient : AmazonServiceClient, IAmazonCloudWatch
{
    private static readonly JsonServiceMetadata Metadata = new(CloudWatchService.Instance);

    /// <summary>Makes a client that looks for credentials where the SDK looks for them.</summary>
    /// <param name="config">The settings.</param>
    public AmazonCloudWatchClient(AmazonCloudWatchConfig config)
        : base(config)
    {
    }

    /// <summary>Makes a client with given credentials.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <param name="clientConfig">The settings.</param>
    public AmazonCloudWatchClient(AWSCredentials credentials, AmazonCloudWatchConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => Metadata;

    /// <inheritdoc/>
    public virtual Task<DeleteAlarmsResponse> DeleteAlarmsAsync(
        DeleteAlarmsRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteAlarmsResponse>(request, CloudWatchOperations.DeleteAlarms.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeAlarmsResponse> DescribeAlarmsAsync(
        DescribeAlarmsRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeAlarmsResponse>(request, CloudWatchOperations.DescribeAlarms.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetMetricDataResponse> GetMetricDataAsync(
        GetMetricDataRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<GetMetricDataResponse>(request, CloudWatchOperations.GetMetricData.Options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PutMetricAlarmResponse> PutMetricAlarmAsync(
        PutMetricAlarmRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<PutMetricAlarmResponse>(request, CloudWatchOperations.PutMetricAlarm.Options, cancellationToken);

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => JsonClients.Customize(pipeline);
}
