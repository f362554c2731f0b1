using System.Management.Automation;
using FlowLogs.PS.Binding;
using FlowLogs.PS.Runtime;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsCommon.Remove, "FlowMetricFilter", SupportsShouldProcess = true)]
[OutputType(typeof(FlowMetricFilter))]
public sealed class RemoveFlowMetricFilterCommand : CloudCommand
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CloudNameCompleter))]
    public string LogGroupName { get; set; } = string.Empty;

    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CloudNameCompleter))]
    public string[] FilterName { get; set; } = [];

    protected override void ProcessRecord()
    {
        foreach (var name in FilterName)
        {
            if (ShouldProcess($"{name} in {LogGroupName}", "Remove metric filter"))
                Run(() => Remove(name));
        }
    }

    private void Remove(string name)
    {
        var filter = GetIfAllowed(Logs, (logs, token, stop) => logs.DescribeMetricFiltersAsync(LogGroupName, name, null, null, token, stop))
            .FirstOrDefault(item => item.FilterName == name);
        Wait(Logs.DeleteMetricFilterAsync(LogGroupName, name, StopToken));
        if (filter is not null)
            WriteObject(filter);
    }
}
