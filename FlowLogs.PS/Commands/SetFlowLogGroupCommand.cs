using System.Management.Automation;
using FlowLogs.PS.Binding;
using FlowLogs.PS.Runtime;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsCommon.Set, "FlowLogGroup", SupportsShouldProcess = true, DefaultParameterSetName = "Retention")]
[OutputType(typeof(FlowLogGroup))]
public sealed class SetFlowLogGroupCommand : CloudCommand
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CloudNameCompleter))]
    public string[] LogGroupName { get; set; } = [];

    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "Retention")]
    [ValidateSet(
        "0", "1", "3", "5", "7", "14", "30", "60", "90", "120", "150", "180", "365", "400", "545", "731", "1096", "1827", "2192", "2557", "2922",
        "3288", "3653")]
    public int RetentionInDays { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "NeverExpire")]
    public SwitchParameter NeverExpire { get; set; }

    protected override void ProcessRecord()
    {
        if (ParameterSetName == "NeverExpire" && !NeverExpire)
            return;
        var action = RetentionInDays == 0 ? "Keep events for ever" : $"Keep events for {RetentionInDays} days, and delete older ones";
        foreach (var name in LogGroupName)
        {
            if (ShouldProcess(name, action))
                Run(() => SetRetention(name));
        }
    }

    private void SetRetention(string name)
    {
        Wait(RetentionInDays == 0
            ? Logs.DeleteRetentionPolicyAsync(name, StopToken)
            : Logs.PutRetentionPolicyAsync(name, RetentionInDays, StopToken));
        var group = GetIfAllowed(Logs, (logs, token, stop) => logs.DescribeLogGroupsAsync(name, token, stop)).FirstOrDefault(item => item.LogGroupName == name);
        WriteObject(group ?? new FlowLogGroup { LogGroupName = name, RetentionInDays = RetentionInDays == 0 ? null : RetentionInDays });
    }
}
