using Amazon.Runtime.CredentialManagement;

namespace FlowLogs.Aws.Connecting;

/// <summary>Looks profiles up in the shared configuration files.</summary>
internal static class Profiles
{
    private const string DefaultName = "default";

    /// <summary>The profile that is meant: the given one, that of AWS_PROFILE, or the default one.</summary>
    public static string NameOf(string? given) => given ?? EnvironmentSettings.Get("AWS_PROFILE") ?? DefaultName;

    /// <summary>Finds the profile that is meant; null where nobody named one and there is no default.</summary>
    /// <exception cref="FlowLogException"><c>ProfileNotFound</c>, <c>NoCredentials</c>.</exception>
    public static CredentialProfile? Find(string? given)
    {
        var name = NameOf(given);
        CredentialProfile? profile;
        try
        {
            if (new CredentialProfileStoreChain().TryGetProfile(name, out profile))
                return profile;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The cause is left out: it may quote a line of the file, and lines of this file are secrets.
            throw new FlowLogException(
                "NoCredentials",
                FlowErrorKind.Authentication,
                $"The profile '{name}' could not be read. Check the form of {Files()}.",
                name);
        }
        var named = given ?? EnvironmentSettings.Get("AWS_PROFILE");
        // With keys in the environment nobody needs the profile that AWS_PROFILE names.
        return named is null || (given is null && EnvironmentSettings.HasKeys)
            ? null
            : throw NotFound(named, given is null ? " that AWS_PROFILE names" : "");
    }

    private static FlowLogException NotFound(string name, string why) => new(
        "ProfileNotFound",
        FlowErrorKind.NotFound,
        $"The profile '{name}'{why} is not in {Files()}. 'aws configure list-profiles' shows those there are.",
        name);

    private static string Files() =>
        $"{EnvironmentSettings.Get("AWS_SHARED_CREDENTIALS_FILE") ?? "~/.aws/credentials"} or "
        + (EnvironmentSettings.Get("AWS_CONFIG_FILE") ?? "~/.aws/config");
}
