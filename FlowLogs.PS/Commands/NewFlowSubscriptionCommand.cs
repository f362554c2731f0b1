using System.Management.Automation;
using FlowLogs.Cloud;
using FlowLogs.PS.Binding;
using FlowLogs.PS.Runtime;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsCommon.New, "FlowSubscription", SupportsShouldProcess = true)]
[OutputType(typeof(FlowSubscription))]
public sealed class NewFlowSubscriptionCommand : PatternCommand
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CloudNameCompleter))]
    public string LogGroupName { get; set; } = string.Empty;

    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CloudNameCompleter))]
    public string FilterName { get; set; } = string.Empty;

    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? FilterPattern { get; set; }

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string DestinationArn { get; set; } = string.Empty;

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? RoleArn { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateSet("ByLogStream", "Random", IgnoreCase = false)]
    public string? Distribution { get; set; }

    protected override void ProcessRecord() => Run(() =>
    {
        var subscription = new FlowSubscription
        {
            LogGroupName = LogGroupName,
            FilterName = FilterName,
            FilterPattern = FindPattern(FilterPattern) ?? string.Empty,
            DestinationArn = DestinationArn,
            RoleArn = string.IsNullOrEmpty(RoleArn) ? null : RoleArn,
            Distribution = Distribution,
        };
        SubscriptionRules.Check(subscription);
        WarnOf(subscription.FilterPattern);
        if (!ShouldProcess($"{FilterName} in {LogGroupName}", $"Create subscription filter to {DestinationArn}"))
            return;
        Wait(Logs.PutSubscriptionFilterAsync(subscription, StopToken));
        WriteObject(subscription);
    });
}
