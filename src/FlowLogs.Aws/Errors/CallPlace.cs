namespace FlowLogs.Aws.Errors;

/// <summary>Where calls go and as whom, as messages say it.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Region">The Region.</param>
/// <param name="CredentialSource">Where the credentials come from.</param>
/// <param name="Limits">How long is waited.</param>
internal sealed record CallPlace(Uri Endpoint, string Region, string CredentialSource, ClientLimits Limits)
{
    /// <summary>The endpoint without a path, and without a user name or password that someone put into it.</summary>
    public string Address => Endpoint.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
}

/// <summary>One call.</summary>
/// <param name="Operation">The service's operation.</param>
/// <param name="LogGroupName">The log group it is about, where there is one.</param>
/// <param name="Name">The stream or filter it is about, where there is one.</param>
internal sealed record CallSubject(string Operation, string? LogGroupName = null, string? Name = null)
{
    /// <summary>What an error is about.</summary>
    public object? Target => Name ?? LogGroupName;
}
