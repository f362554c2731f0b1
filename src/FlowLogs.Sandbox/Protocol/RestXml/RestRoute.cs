namespace FlowLogs.Sandbox.Protocol.RestXml;

/// <summary>Which requests an operation is for.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">What the path names.</param>
/// <param name="Selector">A parameter of the URL that tells the operation from others; null for the one without.</param>
internal sealed record RestRoute(string Method, RestTarget Target, string? Selector = null)
{
    /// <summary>Parameters that the operation knows besides.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>Whether a parameter of the URL means something to the operation.</summary>
    public bool Knows(string parameter) => parameter == Selector || Parameters.Contains(parameter);
}

/// <summary>What the path of a URL names.</summary>
internal enum RestTarget
{
    Service,
    Bucket,
    Object,
}
