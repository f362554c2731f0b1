using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.Runtime.SharedInterfaces;

namespace FlowLogs.Aws.Connecting;

/// <summary>
/// The credentials of a role that a profile takes on. The SDK's own look their client up in the whole process (see
/// <see cref="SdkClients"/>), and what they register for that does not know whose keys it is to sign with.
/// </summary>
internal sealed class RoleCredentials : RefreshingAWSCredentials
{
    /// <summary>The SDK keeps a profile's credentials, so these are kept with them: a role is taken on once an hour.</summary>
    private static readonly ConditionalWeakTable<AssumeRoleAWSCredentials, RoleCredentials> Known = [];

    private readonly AssumeRoleAWSCredentials _role;
    private readonly AWSCredentials _source;
    private readonly string _region;

    private RoleCredentials(AssumeRoleAWSCredentials role, string region)
    {
        _role = role;
        _source = InPlaceOf(role.SourceCredentials, region);
        _region = region;
        PreemptExpiryTime = role.PreemptExpiryTime;
    }

    /// <summary>These, if the credentials are those of a role; else the credentials themselves.</summary>
    /// <param name="credentials">What the SDK found.</param>
    /// <param name="region">The Region to ask in.</param>
    public static AWSCredentials InPlaceOf(AWSCredentials credentials, string region) =>
        credentials is AssumeRoleAWSCredentials role
            ? Known.GetValue(role, r => new RoleCredentials(r, region))
            : credentials;

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        using var client = SdkClients.SecurityTokenService(_source, _region);
        var keys = await ((ICoreAmazonSTS)client).CredentialsFromAssumeRoleAuthenticationAsync(
            _role.RoleArn, _role.RoleSessionName, _role.Options);
        return new CredentialsRefreshState(keys, keys.Expiration);
    }

    /// <summary>The SDK asks synchronously only where it is called synchronously, which does not happen here.</summary>
    protected override CredentialsRefreshState GenerateNewCredentials() =>
        Task.Run(GenerateNewCredentialsAsync).GetAwaiter().GetResult();
}
