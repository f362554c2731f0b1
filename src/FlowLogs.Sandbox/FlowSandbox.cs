using FlowLogs.Cloud;
using FlowLogs.Sandbox.Http;
using FlowLogs.Sandbox.Operations.Ec2;
using FlowLogs.Sandbox.Operations.Logs;
using FlowLogs.Sandbox.Operations.S3;
using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Samples;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox;

/// <summary>A running sandbox: stores with generated logs, the operations on them, and a server in front.</summary>
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
            Buckets = new BucketStore(clock);
            FlowLogs = new FlowLogStore(clock);
            SandboxContents.AddFlowLogs(FlowLogs, Buckets, Store, options.Seed);
            var signer = new TokenSigner(clock);
            _server = new SandboxServer(
                listener,
                new JsonProtocol(LogsOperations.Over(Store, signer)),
                Ec2Operations.Over(FlowLogs, Store, Buckets, signer),
                S3Operations.Over(Buckets, signer));
        }
        catch
        {
            listener.Close();
            throw;
        }
    }

    /// <inheritdoc/>
    public Uri EndpointUrl { get; }

    /// <summary>The log groups that the sandbox holds.</summary>
    public LogStore Store { get; }

    /// <summary>The buckets that it holds.</summary>
    public BucketStore Buckets { get; }

    /// <summary>The flow logs that it describes.</summary>
    public FlowLogStore FlowLogs { get; }

    /// <inheritdoc/>
    public void Dispose() => _server.Dispose();
}
