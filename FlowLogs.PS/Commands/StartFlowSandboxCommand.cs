using System.Management.Automation;
using FlowLogs.PS.Runtime;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsLifecycle.Start, "FlowSandbox", SupportsShouldProcess = true)]
[OutputType(typeof(FlowSandbox))]
public sealed class StartFlowSandboxCommand : FlowCommand
{
    [Parameter(Position = 0)]
    [ValidateRange(0, 65535)]
    public int Port { get; set; }

    [Parameter]
    public int Seed { get; set; } = 1;

    protected override void ProcessRecord() => Run(() =>
    {
        if (ShouldProcess(Port == 0 ? "127.0.0.1" : $"127.0.0.1:{Port}", "Start sandbox"))
            WriteObject(Sandboxes.Start(Port, Seed));
    });
}
