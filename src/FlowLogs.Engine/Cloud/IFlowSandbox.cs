namespace FlowLogs.Cloud;

/// <summary>How a sandbox is to be started.</summary>
/// <param name="Port">The TCP port on 127.0.0.1, or 0 for any free one.</param>
/// <param name="Seed">The seed of the generated logs: the same seed gives the same logs.</param>
public sealed record FlowSandboxOptions(int Port, int Seed);

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
    /// <exception cref="FlowLogException"><c>PortInUse</c>: the port is taken.</exception>
    IFlowSandbox Start(FlowSandboxOptions options);
}
