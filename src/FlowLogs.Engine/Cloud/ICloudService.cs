namespace FlowLogs.Cloud;

/// <summary>What a connection tells of itself, whatever the service.</summary>
public interface ICloudService : IDisposable
{
    /// <summary>
    /// Whether it calls an endpoint that a parameter, the environment or the profile names, and not the Region's own. It
    /// may be no AWS that is there.
    /// </summary>
    bool HasOwnEndpoint { get; }

    /// <summary>Where its calls go; null where that is nobody's concern.</summary>
    CloudPlace? Place => null;
}
