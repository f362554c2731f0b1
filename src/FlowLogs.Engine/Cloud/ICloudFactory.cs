namespace FlowLogs.Cloud;

/// <summary>Makes connections to one service; implemented by FlowLogs.Aws, found by this type.</summary>
/// <typeparam name="TService">The service's operations, such as <see cref="ICloudLogs"/>.</typeparam>
public interface ICloudFactory<out TService>
    where TService : class, IDisposable
{
    /// <summary>
    /// Makes a client. No call is made, but a missing Region (<c>NoRegion</c>), a profile that does not exist
    /// (<c>ProfileNotFound</c>) or missing credentials (<c>NoCredentials</c>) are errors here.
    /// </summary>
    TService Connect(CloudConnection connection);
}
