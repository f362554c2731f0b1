using Amazon.EC2;
using Amazon.EC2.Model;
using FlowLogs.Aws.Connecting;
using FlowLogs.Cloud;

namespace FlowLogs.Aws;

/// <summary>Makes clients of EC2. The module finds this type by its interface.</summary>
public sealed class CloudNetworkFactory : ICloudFactory<ICloudNetwork>
{
    /// <inheritdoc/>
    public ICloudNetwork Connect(CloudConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        // Made here and not once: this class is looked at where only another service is meant, and EC2's part of the SDK
        // is too large to be loaded for that.
        var service = new ServiceTraits("EC2", ["AWS_ENDPOINT_URL_EC2"], new DescribeFlowLogsRequest());
        var (credentials, config, calls) = ServiceConnector.Prepare<AmazonEC2Config>(connection, service, ClientLimits.Default);
        return new CloudNetwork(new AmazonEC2Client(credentials, config), calls);
    }
}
