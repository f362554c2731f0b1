using System.Collections.Concurrent;
using System.Management.Automation;
using FlowLogs.Cloud;

namespace FlowLogs.PS.Runtime;

/// <summary>The sandboxes that this session started; they end with the module or the session.</summary>
public sealed class Sandboxes : IModuleAssemblyCleanup
{
    private static readonly ConcurrentDictionary<int, Running> ByPort = new();

    private static readonly Lazy<IFlowSandboxFactory> Factory =
        new(static () => ModuleLoadContext.Create<IFlowSandboxFactory>("FlowLogs.Sandbox"));

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        foreach (var sandbox in All())
            Stop(sandbox);
    }

    internal static FlowSandbox Start(FlowSandboxOptions options)
    {
        var server = Factory.Value.Start(options);
        var info = new FlowSandbox(server.EndpointUrl, options.Seed);
        ByPort[info.Port] = new Running(info, server);
        return info;
    }

    internal static IReadOnlyList<FlowSandbox> All() => [.. ByPort.OrderBy(static pair => pair.Key).Select(static pair => pair.Value.Info)];

    internal static FlowSandbox? Find(Uri endpointUrl) =>
        endpointUrl.IsLoopback && ByPort.TryGetValue(endpointUrl.Port, out var running) ? running.Info : null;

    internal static bool Stop(FlowSandbox sandbox)
    {
        if (!ByPort.TryRemove(sandbox.Port, out var running))
            return false;
        running.Server.Dispose();
        return true;
    }

    private sealed record Running(FlowSandbox Info, IFlowSandbox Server);
}
