using Amazon.CloudWatch.Model;
using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>The operations of CloudWatch that are used here.</summary>
public interface IAmazonCloudWatch : IAmazonService, IDisposable
{
    /// <summary>Deletes alarms.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<DeleteAlarmsResponse> DeleteAlarmsAsync(
        DeleteAlarmsRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>Lists alarms.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<DescribeAlarmsResponse> DescribeAlarmsAsync(
        DescribeAlarmsRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>Reads datapoints of metrics.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<GetMetricDataResponse> GetMetricDataAsync(
        GetMetricDataRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>Makes an alarm, or replaces the one of that name.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<PutMetricAlarmResponse> PutMetricAlarmAsync(
        PutMetricAlarmRequest request,
        CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonCloudWatchConfig();

    /// <inheritdoc/>
    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials,
        ClientConfig clientConfig) =>
        new AmazonCloudWatchClient(awsCredentials, (AmazonCloudWatchConfig)clientConfig);
}
