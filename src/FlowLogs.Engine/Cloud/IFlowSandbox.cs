namespace FlowLogs.Cloud;

/// <summary>How a sandbox is to be started.</summary>
/// <param name="Port">The TCP port on 127.0.0.1, or 0 for any free one.</param>
/// <param name="Seed">The seed of the generated logs and of the faults: the same seed gives the same ones.</param>
public sealed record FlowSandboxOptions(int Port, int Seed)
{
    /// <summary>Whether new records arrive in the generated log group as time passes.</summary>
    public bool IsLive { get; init; }

    /// <summary>What the sandbox does wrong from time to time.</summary>
    public IReadOnlyList<FlowSandboxFault> Faults { get; init; } = [];

    /// <summary>How often it does, from 0 to 1 of the answers or events that a fault can strike.</summary>
    public double FaultRate { get; init; } = 0.1;

    /// <summary>
    /// Where the destinations of subscription filters are, by ARN: an absolute path of a file, or an
    /// <c>http://</c> address on this computer.
    /// </summary>
    public IReadOnlyDictionary<string, string> SubscriptionDestinations { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>A CloudWatch endpoint on loopback. Disposing it stops it.</summary>
public interface IFlowSandbox : IDisposable
{
    /// <summary>Where it listens, <c>http://127.0.0.1:port/</c>.</summary>
    Uri EndpointUrl { get; }
}

/// <summary>Starts sandboxes; implemented by FlowLogs.Sandbox, found by path.</summary>
public interface IFlowSandboxFactory
{
    /// <summary>Starts a sandbox that listens when this returns.</summary>
    /// <exception cref="FlowLogException">
    /// <c>PortInUse</c>: the port is taken; <c>InvalidDestination</c>: a subscription's destination is no address on this
    /// computer.
    /// </exception>
    IFlowSandbox Start(FlowSandboxOptions options);
}
