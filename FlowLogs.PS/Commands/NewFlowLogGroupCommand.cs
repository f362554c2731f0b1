using System.Management.Automation;
using FlowLogs.PS.Runtime;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsCommon.New, "FlowLogGroup", SupportsShouldProcess = true)]
[OutputType(typeof(FlowLogGroup))]
public sealed class NewFlowLogGroupCommand : CloudCommand
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateLength(1, 512)]
    [ValidatePattern("^[.\\-_/#A-Za-z0-9]+$")]
    public string[] LogGroupName { get; set; } = [];

    protected override void ProcessRecord()
    {
        foreach (var name in LogGroupName)
        {
            if (ShouldProcess(name, "Create log group"))
                Run(() => Create(name));
        }
    }

    private void Create(string name)
    {
        Wait(Logs.CreateLogGroupAsync(name, StopToken));
        var made = GetIfAllowed(Logs, (logs, token, stop) => logs.DescribeLogGroupsAsync(name, token, stop)).FirstOrDefault(group => group.LogGroupName == name);
        WriteObject(made ?? new FlowLogGroup { LogGroupName = name });
    }
}
