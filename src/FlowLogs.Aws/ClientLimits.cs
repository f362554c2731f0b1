namespace FlowLogs.Aws;

/// <summary>How long to wait for what.</summary>
/// <param name="Metadata">For the instance metadata service, which only machines in EC2 have.</param>
/// <param name="Connect">For a connection to the endpoint.</param>
/// <param name="Answer">For the whole of one answer.</param>
internal sealed record ClientLimits(TimeSpan Metadata, TimeSpan Connect, TimeSpan Answer)
{
    /// <summary>
    /// The metadata service answers within milliseconds where there is one; elsewhere the SDK would try it for half a
    /// minute. A search with few matches may keep the service busy for many seconds.
    /// </summary>
    public static readonly ClientLimits Default =
        new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(60));
}
