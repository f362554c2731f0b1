using FlowLogs.Cloud;

namespace FlowLogs.PS.Runtime;

/// <summary>Connects to AWS through FlowLogs.Aws, which is loaded at the first call.</summary>
internal static class CloudConnections
{
    public static TService Connect<TService>(string? region, string? profileName, CloudKeys? keys, Uri? endpointUrl)
        where TService : class, IDisposable
    {
        // A sandbox that this session started needs no account: its Region and keys are known.
        var sandbox = endpointUrl is null ? null : Sandboxes.Find(endpointUrl);
        return Factories<TService>.Factory.Value.Connect(new CloudConnection
        {
            Region = region ?? sandbox?.Region,
            ProfileName = profileName,
            Keys = keys ?? (profileName is null ? sandbox?.Keys : null),
            EndpointUrl = endpointUrl,
        });
    }

    private static class Factories<TService>
        where TService : class, IDisposable
    {
        public static readonly Lazy<ICloudFactory<TService>> Factory =
            new(static () => ModuleLoadContext.Create<ICloudFactory<TService>>("FlowLogs.Aws"));
    }
}
