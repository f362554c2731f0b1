using System.Management.Automation;
using FlowLogs.PS.Runtime;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsLifecycle.Stop, "FlowSandbox", SupportsShouldProcess = true, DefaultParameterSetName = "All")]
[OutputType(typeof(FlowSandbox))]
public sealed class StopFlowSandboxCommand : FlowCommand
{
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Port", ValueFromPipelineByPropertyName = true)]
    [ValidateRange(1, 65535)]
    public int[] Port { get; set; } = [];

    protected override void ProcessRecord()
    {
        if (ParameterSetName == "All")
        {
            foreach (var sandbox in Sandboxes.All())
                Stop(sandbox);
            return;
        }

        foreach (var port in Port)
        {
            Run(() => Stop(Sandboxes.Find(new Uri($"http://127.0.0.1:{port}")) ?? throw new FlowLogException(
                "SandboxNotFound", FlowErrorKind.NotFound, $"This session started no sandbox on port {port}.", port)));
        }
    }

    private void Stop(FlowSandbox sandbox)
    {
        if (ShouldProcess(sandbox.EndpointUrl, "Stop sandbox") && Sandboxes.Stop(sandbox))
            WriteObject(sandbox);
    }
}
