using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using FlowLogs.Aws.Connecting;
using FlowLogs.Cloud;

namespace FlowLogs.Aws;

/// <summary>Makes clients of S3. The module finds this type by its interface.</summary>
public sealed class CloudObjectsFactory : ICloudFactory<ICloudObjects>
{
    private static readonly ServiceTraits Service = new("S3", ["AWS_ENDPOINT_URL_S3"], new ListBucketsRequest());

    private readonly ClientLimits _limits;

    /// <summary>Makes a factory.</summary>
    public CloudObjectsFactory()
        : this(ClientLimits.Default)
    {
    }

    internal CloudObjectsFactory(ClientLimits limits) => _limits = limits;

    /// <inheritdoc/>
    public ICloudObjects Connect(CloudConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var (credentials, config, calls) = ServiceConnector.Prepare<AmazonS3Config>(connection, Service, _limits);

        // Few endpoints of one's own have a host name for every bucket.
        config.ForcePathStyle = config.ServiceURL is not null;

        // S3 knows no sums of parts of objects.
        config.ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED;
        return new CloudObjects(new AmazonS3Client(credentials, config), calls);
    }
}
