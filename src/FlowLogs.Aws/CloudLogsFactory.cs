using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using FlowLogs.Aws.Connecting;
using FlowLogs.Cloud;

namespace FlowLogs.Aws;

/// <summary>Makes clients of CloudWatch Logs. The module finds this type by its interface.</summary>
public sealed class CloudLogsFactory : ICloudFactory<ICloudLogs>
{
    // The SDK's own name for the service comes before the short one.
    private static readonly ServiceTraits Service = new(
        "CloudWatch Logs",
        ["AWS_ENDPOINT_URL_CLOUDWATCH_LOGS", "AWS_ENDPOINT_URL_LOGS"],
        new DescribeLogGroupsRequest());

    private readonly ClientLimits _limits;

    /// <summary>Makes a factory.</summary>
    public CloudLogsFactory()
        : this(ClientLimits.Default)
    {
    }

    internal CloudLogsFactory(ClientLimits limits) => _limits = limits;

    /// <inheritdoc/>
    public ICloudLogs Connect(CloudConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var (credentials, config, calls) = ServiceConnector.Prepare<AmazonCloudWatchLogsConfig>(connection, Service, _limits);
        return new CloudLogs(
            new AmazonCloudWatchLogsClient(credentials, config),
            new AmazonCloudWatchLogsClient(credentials, ServiceConnector.WithoutRetries(config)),
            calls);
    }
}
