using System.Management.Automation;
using FlowLogs.PS.Binding;
using FlowLogs.PS.Runtime;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsCommon.Remove, "FlowSubscription", SupportsShouldProcess = true)]
[OutputType(typeof(FlowSubscription))]
public sealed class RemoveFlowSubscriptionCommand : CloudCommand
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
            if (ShouldProcess($"{name} in {LogGroupName}", "Remove subscription filter"))
                Run(() => Remove(name));
        }
    }

    private void Remove(string name)
    {
        var subscription = GetIfAllowed(Logs, (logs, token, stop) => logs.DescribeSubscriptionFiltersAsync(LogGroupName, name, token, stop))
            .FirstOrDefault(item => item.FilterName == name);
        Wait(Logs.DeleteSubscriptionFilterAsync(LogGroupName, name, StopToken));
        if (subscription is not null)
            WriteObject(subscription);
    }
}
