using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using FlowLogs.Aws.Errors;
using FlowLogs.Aws.Transport;
using FlowLogs.Cloud;

namespace FlowLogs.Aws.Connecting;

/// <summary>Finds Region, endpoint and credentials of a connection, the same way for every service.</summary>
internal static class ServiceConnector
{
    private static readonly SharedHttpClientFactory HttpClients = new();

    /// <summary>Makes the settings of a service's client, and what its calls go through.</summary>
    /// <param name="connection">What the user gave.</param>
    /// <param name="service">The service.</param>
    /// <param name="limits">How long to wait.</param>
    public static (AWSCredentials Credentials, TConfig Config, ServiceCalls Calls) Prepare<TConfig>(
        CloudConnection connection, ServiceTraits service, ClientLimits limits)
        where TConfig : ClientConfig, new()
    {
        var profile = Profiles.Find(connection.ProfileName);
        // What the SDK remembers of the environment and the profiles: in a shell both change between two commands.
        FallbackInternalConfigurationFactory.Reset();
        var region = RegionFinder.Find(connection, profile, limits.Metadata);
        var config = new TConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            // An endpoint of one's own unsets the Region; it is still what requests are signed for.
            AuthenticationRegion = region,
            Profile = connection.ProfileName is null ? null : new Profile(connection.ProfileName),
            ConnectTimeout = limits.Connect,
            Timeout = limits.Answer,
            HttpClientFactory = HttpClients,
            HttpClientCacheSize = 1,
        };
        var endpoint = EndpointFinder.Find(connection.EndpointUrl, profile, service, config);
        var credentials = CredentialFinder.Find(connection, profile, config, region, limits.Metadata);
        var place = new CallPlace(service.Name, endpoint, region, CredentialFinder.Describe(connection, profile), limits);
        return (credentials, config, new ServiceCalls(credentials, place, config.ServiceURL is not null));
    }

    /// <summary>The same settings for calls that whoever makes them tries again.</summary>
    public static TConfig WithoutRetries<TConfig>(TConfig config)
        where TConfig : ClientConfig, new()
    {
        var url = config.ServiceURL;
        var copy = new TConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(config.AuthenticationRegion),
            AuthenticationRegion = config.AuthenticationRegion,
            Profile = config.Profile,
            ConnectTimeout = config.ConnectTimeout,
            Timeout = config.Timeout,
            HttpClientFactory = HttpClients,
            HttpClientCacheSize = config.HttpClientCacheSize,
            MaxErrorRetry = 0,
        };
        if (url is not null)
            copy.ServiceURL = url;
        return copy;
    }
}
