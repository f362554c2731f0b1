using System.Management.Automation;
using FlowLogs.Cloud;
using FlowLogs.PS.Binding;
using FlowLogs.PS.Runtime;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsCommon.Remove, "FlowLog", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(FlowLog))]
public sealed class RemoveFlowLogCommand : CloudCommand
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CloudNameCompleter))]
    public string[] FlowLogId { get; set; } = [];

    protected override void ProcessRecord()
    {
        foreach (var id in FlowLogId)
        {
            if (ShouldProcess(id, "Remove flow log"))
                Run(() => Remove(id));
        }
    }

    private void Remove(string id)
    {
        var query = new FlowLogQuery { FlowLogIds = [id] };
        var log = GetIfAllowed(Network, (network, token, stop) => network.DescribeFlowLogsAsync(query, token, stop)).FirstOrDefault(item => item.FlowLogId == id);
        Wait(Network.DeleteFlowLogAsync(id, StopToken));
        FlowFormatFinder.Forget();
        WriteObject(log ?? new FlowLog { FlowLogId = id });
    }
}
