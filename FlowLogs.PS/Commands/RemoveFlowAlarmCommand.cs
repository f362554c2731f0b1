using System.Management.Automation;
using FlowLogs.PS.Binding;
using FlowLogs.PS.Runtime;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsCommon.Remove, "FlowAlarm", SupportsShouldProcess = true)]
[OutputType(typeof(FlowAlarm))]
public sealed class RemoveFlowAlarmCommand : CloudCommand
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CloudNameCompleter))]
    public string[] AlarmName { get; set; } = [];

    protected override void ProcessRecord()
    {
        foreach (var name in AlarmName)
        {
            if (ShouldProcess(name, "Remove alarm"))
                Run(() => Remove(name));
        }
    }

    private void Remove(string name)
    {
        // Not every answer to a deletion says that there was nothing to delete. Who may not look deletes all the same.
        FlowAlarm? alarm = null;
        try
        {
            alarm = GetAll(Metrics, (metrics, token, stop) => metrics.DescribeAlarmsAsync(name, null, token, stop)).FirstOrDefault(item => item.AlarmName == name)
                ?? throw new FlowLogException("AlarmNotFound", FlowErrorKind.NotFound, $"There is no alarm {name}.", name);
        }
        catch (FlowLogException e) when (e.Kind == FlowErrorKind.PermissionDenied)
        {
            WriteVerbose(e.Message);
        }

        Wait(Metrics.DeleteAlarmAsync(name, StopToken));
        if (alarm is not null)
            WriteObject(alarm);
    }
}
