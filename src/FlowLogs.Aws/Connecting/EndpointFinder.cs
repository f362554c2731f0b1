using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Endpoints;

namespace FlowLogs.Aws.Connecting;

/// <summary>
/// Finds the endpoint: the given one, that of the service's variables (AWS_ENDPOINT_URL_LOGS and so on) or of
/// AWS_ENDPOINT_URL, that of the profile, else the Region's own.
/// </summary>
internal static class EndpointFinder
{
    /// <summary>Puts the endpoint into the settings, and says where that is.</summary>
    /// <exception cref="FlowLogException"><c>InvalidParameter</c>: not the URL of an endpoint.</exception>
    public static Uri Find(Uri? given, CredentialProfile? profile, ServiceTraits service, ClientConfig config)
    {
        try
        {
            var url = given?.ToString() ?? FromSettings(profile, service, config);
            if (url is not null)
            {
                config.ServiceURL = url;
                // Some operations have hosts of their own in AWS; what is at a given endpoint is all there.
                config.DisableHostPrefixInjection = true;
            }

            var endpoint = config.DetermineServiceOperationEndpoint(
                new ServiceOperationEndpointParameters(service.Probe));
            if (Uri.TryCreate(endpoint.URL, UriKind.Absolute, out var found) && found.Scheme is "http" or "https")
                return found;
            throw Invalid($"'{endpoint.URL}' is not the URL of an endpoint. URLs look like https://host or http://host:port.");
        }
        catch (AmazonClientException e)
        {
            throw Invalid($"The settings name no endpoint of {service.Name} that can be used: {e.Message}");
        }
        catch (UriFormatException)
        {
            throw Invalid("AWS_ENDPOINT_URL, or the profile's endpoint_url, is not a URL. URLs look like http://host:port.");
        }
    }

    // Read here, and not by the SDK, which remembers them.
    private static string? FromSettings(CredentialProfile? profile, ServiceTraits service, ClientConfig config) =>
        config.IgnoreConfiguredEndpointUrls
            ? null
            : service.EndpointVariables.Append("AWS_ENDPOINT_URL").Select(EnvironmentSettings.Get).FirstOrDefault(static url => url is not null)
                ?? profile?.EndpointUrl;

    private static FlowLogException Invalid(string message) =>
        new("InvalidParameter", FlowErrorKind.InvalidArgument, message);
}
