using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using FlowLogs.Aws.Connecting;
using FlowLogs.Cloud;

namespace FlowLogs.Aws;

/// <summary>Makes clients of CloudWatch. The module finds this type by its interface.</summary>
public sealed class CloudMetricsFactory : ICloudFactory<ICloudMetrics>
{
    private static readonly ServiceTraits Service = new(
        "CloudWatch",
        ["AWS_ENDPOINT_URL_CLOUDWATCH"],
        new DescribeAlarmsRequest());

    /// <inheritdoc/>
    public ICloudMetrics Connect(CloudConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var (credentials, config, calls) = ServiceConnector.Prepare<AmazonCloudWatchConfig>(connection, Service, ClientLimits.Default);
        return new CloudMetrics(new AmazonCloudWatchClient(credentials, config), calls);
    }
}
