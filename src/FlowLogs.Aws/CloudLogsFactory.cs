using Amazon;
using Amazon.CloudWatchLogs;
using Amazon.Runtime.Internal;
using FlowLogs.Aws.Connecting;
using FlowLogs.Aws.Errors;
using FlowLogs.Aws.Transport;
using FlowLogs.Cloud;

namespace FlowLogs.Aws;

/// <summary>Makes clients of CloudWatch Logs. The module finds this type by name.</summary>
public sealed class CloudLogsFactory : ICloudFactory<ICloudLogs>
{
    private static readonly SharedHttpClientFactory HttpClients = new();

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
        var profile = Profiles.Find(connection.ProfileName);
        // What the SDK remembers of the environment and the profiles: in a shell both change between two commands.
        FallbackInternalConfigurationFactory.Reset();
        var region = RegionFinder.Find(connection, profile, _limits.Metadata);
        var config = new AmazonCloudWatchLogsConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            // An endpoint of one's own unsets the Region; it is still what requests are signed for.
            AuthenticationRegion = region,
            Profile = connection.ProfileName is null ? null : new Profile(connection.ProfileName),
            ConnectTimeout = _limits.Connect,
            Timeout = _limits.Answer,
            HttpClientFactory = HttpClients,
            HttpClientCacheSize = 1,
        };
        var endpoint = EndpointFinder.Find(connection.EndpointUrl, profile, config);
        var credentials = CredentialFinder.Find(connection, profile, config, region, _limits.Metadata);
        return new CloudLogs(
            new AmazonCloudWatchLogsClient(credentials, config),
            credentials,
            new CallPlace(endpoint, region, CredentialFinder.Describe(connection, profile), _limits));
    }
}
