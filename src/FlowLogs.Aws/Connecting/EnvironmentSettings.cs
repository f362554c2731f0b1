namespace FlowLogs.Aws.Connecting;

/// <summary>
/// The environment, read anew every time: in a shell it changes between two commands, and the SDK remembers some of
/// what it read.
/// </summary>
internal static class EnvironmentSettings
{
    /// <summary>Whether the environment holds access keys.</summary>
    public static bool HasKeys => Get("AWS_ACCESS_KEY_ID") is not null && Get("AWS_SECRET_ACCESS_KEY") is not null;

    /// <summary>Whether something in the environment, other than keys, says where credentials are.</summary>
    public static bool NamesCredentialSource =>
        Get("AWS_WEB_IDENTITY_TOKEN_FILE") is not null
        || Get("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") is not null
        || Get("AWS_CONTAINER_CREDENTIALS_FULL_URI") is not null;

    /// <summary>The value of a variable; null where it is not set or blank.</summary>
    public static string? Get(string name) =>
        Environment.GetEnvironmentVariable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
