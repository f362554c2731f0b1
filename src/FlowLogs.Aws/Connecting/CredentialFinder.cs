using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using FlowLogs.Cloud;

namespace FlowLogs.Aws.Connecting;

/// <summary>Finds the credentials: the given keys, else those of the SDK's chain.</summary>
internal static class CredentialFinder
{
    /// <summary>Finds the credentials. Keys are fetched later, when a call needs them.</summary>
    /// <exception cref="FlowLogException"><c>NoCredentials</c>, <c>InvalidCredentials</c>.</exception>
    public static AWSCredentials Find(
        CloudConnection connection,
        CredentialProfile? profile,
        IClientConfig config,
        string region,
        TimeSpan metadataLimit)
    {
        SdkClients.Register();
        if (connection.Keys is { } keys)
            return FromKeys(keys);
        if (connection.ProfileName is null && !EnvironmentSettings.HasKeys
            && !EnvironmentSettings.NamesCredentialSource && profile is not { CanCreateAWSCredentials: true })
        {
            return InstanceMetadata.Ask(
                    () => DefaultAWSCredentialsIdentityResolver.GetCredentials(config), metadataLimit)
                ?? throw None(Profiles.NameOf(null));
        }
        try
        {
            return RoleCredentials.InPlaceOf(DefaultAWSCredentialsIdentityResolver.GetCredentials(config), region);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The cause is left out: it may quote the profile, or what a credential process printed.
            throw profile is null ? None(Profiles.NameOf(connection.ProfileName)) : Unusable(profile);
        }
    }

    /// <summary>Where the credentials come from, as messages say it.</summary>
    public static string Describe(CloudConnection connection, CredentialProfile? profile) => connection switch
    {
        { Keys: not null } => "the given credentials",
        { ProfileName: { } name } => $"the profile '{name}'",
        _ when EnvironmentSettings.HasKeys => "the environment",
        _ when profile is { CanCreateAWSCredentials: true } => $"the profile '{profile.Name}'",
        _ => "the instance's or container's role",
    };

    private static AWSCredentials FromKeys(CloudKeys keys)
    {
        if (string.IsNullOrWhiteSpace(keys.AccessKey) || string.IsNullOrEmpty(keys.GetSecretKey()))
        {
            throw new FlowLogException(
                "InvalidCredentials",
                FlowErrorKind.Authentication,
                "The given credentials lack an access key id or a secret key. The user name is the access key id, "
                + "the password the secret key.");
        }
        return string.IsNullOrEmpty(keys.GetSessionToken())
            ? new BasicAWSCredentials(keys.AccessKey, keys.GetSecretKey())
            : new SessionAWSCredentials(keys.AccessKey, keys.GetSecretKey(), keys.GetSessionToken());
    }

    private static FlowLogException None(string profileName) => new(
        "NoCredentials",
        FlowErrorKind.Authentication,
        $"No AWS credentials were found: not in the environment, not in the profile '{profileName}', not from an "
        + "instance role. Give -ProfileName or -Credential, or set AWS_PROFILE, or AWS_ACCESS_KEY_ID and "
        + "AWS_SECRET_ACCESS_KEY.");

    private static FlowLogException Unusable(CredentialProfile profile)
    {
        var options = profile.Options;
        var why = options switch
        {
            { SsoSession: not null } or { SsoStartUrl: not null } =>
                $"nobody is signed in to it. Sign in with 'aws sso login --profile {profile.Name}'.",
            { MfaSerial: not null } =>
                "it asks for an MFA code, which cannot be typed here. Get session keys first ('aws sts get-session-token').",
            { CredentialProcess: not null } => "its credential_process failed. Run that command by itself to see why.",
            _ => "its settings are incomplete or contradict each other.",
        };
        return new FlowLogException(
            "NoCredentials",
            FlowErrorKind.Authentication,
            $"The profile '{profile.Name}' gives no credentials: {why}",
            profile.Name);
    }
}
