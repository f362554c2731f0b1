namespace FlowLogs.Aws.Errors;

/// <summary>Where calls go and as whom, as messages say it.</summary>
/// <param name="Service">The service's name.</param>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Region">The Region.</param>
/// <param name="CredentialSource">Where the credentials come from.</param>
/// <param name="Limits">How long is waited.</param>
internal sealed record CallPlace(string Service, Uri Endpoint, string Region, string CredentialSource, ClientLimits Limits)
{
    /// <summary>The endpoint without a path, and without a user name or password that someone put into it.</summary>
    public string Address => Endpoint.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
}
