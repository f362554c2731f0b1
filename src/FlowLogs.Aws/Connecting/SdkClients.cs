using Amazon;
using Amazon.Runtime;
using Amazon.RuntimeDependencies;
using Amazon.SecurityToken;
using Amazon.SSO;
using Amazon.SSOOIDC;

namespace FlowLogs.Aws.Connecting;

/// <summary>
/// Gives the SDK's core the clients that some kinds of credentials need. By itself it would take the first assembly of
/// the right name in the whole process, and in a session with AWS.Tools that is one of another SDK, which does not fit.
/// </summary>
internal static class SdkClients
{
    private static readonly AnonymousAWSCredentials Nobody = new();

    /// <summary>Registers the clients. Doing it again does no harm.</summary>
    public static void Register()
    {
        var registry = GlobalRuntimeDependencyRegistry.Instance;
        registry.RegisterSecurityTokenServiceClient(static context =>
            SecurityTokenService(Nobody, context.SecurityTokenServiceClientContextData.Region.SystemName));
        registry.RegisterSSOClient(static context => new AmazonSSOClient(
            Nobody,
            new AmazonSSOConfig { RegionEndpoint = context.SSOClientContextData.Region }));
        registry.RegisterSSOOIDCClient(static context => new AmazonSSOOIDCClient(
            Nobody,
            new AmazonSSOOIDCConfig { RegionEndpoint = context.SSOOIDCClientContextData.Region }));
    }

    /// <summary>A client of the Security Token Service in a Region.</summary>
    public static AmazonSecurityTokenServiceClient SecurityTokenService(AWSCredentials credentials, string region) =>
        new(credentials, new AmazonSecurityTokenServiceConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            AuthenticationRegion = region,
        });
}
