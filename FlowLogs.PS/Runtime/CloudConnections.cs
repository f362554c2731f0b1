using FlowLogs.Cloud;

namespace FlowLogs.PS.Runtime;

/// <summary>Connects to AWS through FlowLogs.Aws, which is loaded at the first call.</summary>
internal static class CloudConnections
{
    private static readonly Lazy<ICloudLogsFactory> Factory =
        new(static () => ModuleLoadContext.Create<ICloudLogsFactory>("FlowLogs.Aws"));

    public static ICloudLogs Connect(string? region, string? profileName, CloudKeys? keys, Uri? endpointUrl)
    {
        // A sandbox that this session started needs no account: its Region and keys are known.
        var sandbox = endpointUrl is null ? null : Sandboxes.Find(endpointUrl);
        return Factory.Value.Connect(new CloudConnection
        {
            Region = region ?? sandbox?.Region,
            ProfileName = profileName,
            Keys = keys ?? (profileName is null ? sandbox?.Keys : null),
            EndpointUrl = endpointUrl,
        });
    }
}
