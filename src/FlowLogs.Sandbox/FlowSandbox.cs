using FlowLogs.Cloud;
using FlowLogs.Sandbox.Http;
using FlowLogs.Sandbox.Operations;
using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Samples;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox;

/// <summary>A running sandbox: a store with generated logs, the operations on it, and a server in front.</summary>
internal sealed class FlowSandbox : IFlowSandbox
{
    private readonly SandboxServer _server;

    /// <summary>Starts a sandbox.</summary>
    /// <param name="options">Port and seed.</param>
    /// <param name="clock">Tells the time, to the store and to the tokens.</param>
    /// <param name="logEnd">Where the generated logs end; null for the last full hour that has been delivered.</param>
    public FlowSandbox(FlowSandboxOptions options, TimeProvider clock, DateTimeOffset? logEnd = null)
    {
        var (listener, port) = LoopbackListener.Open(options.Port);
        try
        {
            EndpointUrl = new Uri($"http://127.0.0.1:{port}/");
            Store = new LogStore(clock);
            SandboxContents.Fill(Store, options.Seed, logEnd ?? SandboxContents.LastDeliveredHour(clock.GetUtcNow()));
            var operations = LogsOperations.Over(Store, new TokenSigner(clock));
            _server = new SandboxServer(listener, new OperationTable(operations));
        }
        catch
        {
            listener.Close();
            throw;
        }
    }

    /// <inheritdoc/>
    public Uri EndpointUrl { get; }

    /// <summary>What the sandbox holds.</summary>
    public LogStore Store { get; }

    /// <inheritdoc/>
    public void Dispose() => _server.Dispose();
}
