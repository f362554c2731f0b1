namespace FlowLogs.Cloud;

/// <summary>
/// Where and as whom to call AWS. What is null comes from the standard chain: environment, profile, instance role.
/// </summary>
public sealed class CloudConnection
{
    /// <summary>The Region's code, such as <c>eu-west-1</c>.</summary>
    public string? Region { get; init; }

    /// <summary>A profile of the shared configuration files.</summary>
    public string? ProfileName { get; init; }

    /// <summary>An endpoint to call instead of AWS's own: an emulator, a VPC endpoint, the sandbox.</summary>
    public Uri? EndpointUrl { get; init; }

    /// <summary>Keys to use instead of those of the chain.</summary>
    public CloudKeys? Keys { get; init; }
}

/// <summary>
/// Access keys. They are never shown: <see cref="ToString"/> gives the access key's last four characters, and the secrets are
/// no properties, because a shell keeps arguments with what it reports, and whoever serializes that writes down all properties.
/// </summary>
/// <param name="accessKey">The access key id.</param>
/// <param name="secretKey">The secret access key.</param>
/// <param name="sessionToken">The session token of temporary keys.</param>
public sealed class CloudKeys(string accessKey, string secretKey, string? sessionToken = null)
{
    /// <summary>The access key id.</summary>
    public string AccessKey { get; } = accessKey;

    /// <summary>The secret access key.</summary>
    public string GetSecretKey() => secretKey;

    /// <summary>The session token of temporary keys.</summary>
    public string? GetSessionToken() => sessionToken;

    /// <inheritdoc/>
    public override string ToString() => AccessKey.Length > 4 ? "****" + AccessKey[^4..] : "****";
}
