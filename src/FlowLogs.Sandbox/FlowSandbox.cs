using System.Net;
using FlowLogs.Cloud;
using FlowLogs.Sandbox.Delivery;
using FlowLogs.Sandbox.Faults;
using FlowLogs.Sandbox.Http;
using FlowLogs.Sandbox.Operations.Ec2;
using FlowLogs.Sandbox.Operations.Logs;
using FlowLogs.Sandbox.Operations.Metrics;
using FlowLogs.Sandbox.Operations.S3;
using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Protocol.Cbor;
using FlowLogs.Sandbox.Samples;
using FlowLogs.Sandbox.Store;
using FlowLogs.Sandbox.Store.Metrics;

namespace FlowLogs.Sandbox;

/// <summary>A running sandbox: stores with generated logs, the operations on them, and a server in front.</summary>
internal sealed class FlowSandbox : IFlowSandbox
{
    private readonly SubscriptionDelivery _delivery;
    private readonly ConnectionRelay? _relay;
    private readonly SandboxServer _server;

    /// <summary>Starts a sandbox.</summary>
    /// <param name="options">What it is to be like.</param>
    /// <param name="clock">Tells the time, to the store and to the tokens.</param>
    /// <param name="logEnd">Where the generated logs end; null for the last full hour that has been delivered.</param>
    public FlowSandbox(FlowSandboxOptions options, TimeProvider clock, DateTimeOffset? logEnd = null)
    {
        Store = new LogStore(clock);
        Metrics = new MetricStore(clock);
        Alarms = new AlarmStore(Metrics);
        Buckets = new BucketStore(clock);
        FlowLogs = new FlowLogStore(clock);
        var plan = new FaultPlan(options.Faults, options.FaultRate, options.Seed);
        var (listener, port, relay) = Listen(options.Port, plan.HasAny(RequestFaults.OfConnections));
        try
        {
            EndpointUrl = new Uri($"http://127.0.0.1:{port}/");
            var end = logEnd ?? SandboxContents.LastDeliveredHour(clock.GetUtcNow());
            _delivery = new SubscriptionDelivery(options.SubscriptionDestinations, Metrics);
            SandboxContents.Fill(Store, options.Seed, end);
            SandboxContents.AddFlowLogs(FlowLogs, Buckets, Store, options.Seed);
            Store.AddListener(new MetricPublisher(Metrics).Publish);
            Store.AddListener(_delivery.Deliver);
            if (options.IsLive)
                Live = new LiveTraffic(Store, options.Seed, end);

            var signer = new TokenSigner(clock);
            var metrics = MetricsOperations.Over(Metrics, Alarms, signer);
            _relay = relay;
            _server = new SandboxServer(
                listener,
                new RequestFaults(plan, relay),
                new JsonProtocol(LogsOperations.Over(Store, _delivery, plan, signer), metrics),
                new CborProtocol(metrics),
                Ec2Operations.Over(FlowLogs, Store, Buckets, signer),
                S3Operations.Over(Buckets, signer));
        }
        catch
        {
            listener.Close();
            relay?.Dispose();
            _delivery?.Dispose();
            Live?.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public Uri EndpointUrl { get; }

    /// <summary>The log groups that the sandbox holds.</summary>
    public LogStore Store { get; }

    /// <summary>The metrics that it keeps.</summary>
    public MetricStore Metrics { get; }

    /// <summary>The alarms on them.</summary>
    public AlarmStore Alarms { get; }

    /// <summary>The buckets that it holds.</summary>
    public BucketStore Buckets { get; }

    /// <summary>The flow logs that it describes.</summary>
    public FlowLogStore FlowLogs { get; }

    /// <summary>What brings new records; null where none come.</summary>
    public LiveTraffic? Live { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Live?.Dispose();
        _server.Dispose();
        _relay?.Dispose();
        _delivery.Dispose();
    }

    // Where connections are to break, clients meet the relay, and the listener stands behind it on a port of its own.
    private static (HttpListener Listener, int Port, ConnectionRelay? Relay) Listen(int port, bool withRelay)
    {
        if (!withRelay)
        {
            var (plain, plainPort) = LoopbackListener.Open(port);
            return (plain, plainPort, null);
        }

        var clients = LoopbackListener.OpenSocket(port);
        try
        {
            var (listener, hidden) = LoopbackListener.Open(0);
            return (listener, ((IPEndPoint)clients.LocalEndpoint).Port, new ConnectionRelay(clients, hidden));
        }
        catch
        {
            clients.Dispose();
            throw;
        }
    }
}
