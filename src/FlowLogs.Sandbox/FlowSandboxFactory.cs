using FlowLogs.Cloud;

namespace FlowLogs.Sandbox;

/// <summary>Starts sandboxes.</summary>
public sealed class FlowSandboxFactory : IFlowSandboxFactory
{
    /// <inheritdoc/>
    /// <exception cref="FlowLogException">
    /// <c>PortInUse</c>, <c>PortNotAvailable</c> (the system does not give it to this user), <c>InvalidPort</c>.
    /// </exception>
    public IFlowSandbox Start(FlowSandboxOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new FlowSandbox(options, TimeProvider.System);
    }
}
