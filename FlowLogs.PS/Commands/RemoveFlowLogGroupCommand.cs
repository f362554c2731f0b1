using System.Management.Automation;
using FlowLogs.PS.Binding;
using FlowLogs.PS.Runtime;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsCommon.Remove, "FlowLogGroup", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(FlowLogGroup))]
public sealed class RemoveFlowLogGroupCommand : CloudCommand
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CloudNameCompleter))]
    public string[] LogGroupName { get; set; } = [];

    protected override void ProcessRecord()
    {
        foreach (var name in LogGroupName)
        {
            if (ShouldProcess(name, "Remove log group and all its events"))
                Run(() => Remove(name));
        }
    }

    private void Remove(string name)
    {
        var group = GetIfAllowed(Logs, (logs, token, stop) => logs.DescribeLogGroupsAsync(name, token, stop)).FirstOrDefault(item => item.LogGroupName == name);
        Wait(Logs.DeleteLogGroupAsync(name, StopToken));
        WriteObject(group ?? new FlowLogGroup { LogGroupName = name });
    }
}
