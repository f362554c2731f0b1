using System.Management.Automation;
using FlowLogs.PS.Binding;
using FlowLogs.PS.Runtime;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsCommon.Get, "FlowSubscription")]
[OutputType(typeof(FlowSubscription))]
public sealed class GetFlowSubscriptionCommand : CloudCommand
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CloudNameCompleter))]
    public string[] LogGroupName { get; set; } = [];

    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CloudNameCompleter))]
    public string[]? FilterName { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var group in LogGroupName)
        {
            foreach (var filter in FilterName ?? ["*"])
                Run(() => WriteSubscriptions(group, filter));
        }
    }

    private void WriteSubscriptions(string group, string name)
    {
        var wanted = NamePattern.Parse(name);
        var found = false;
        ForEachItem(Logs, (logs, token, stop) => logs.DescribeSubscriptionFiltersAsync(group, wanted.Prefix, token, stop), subscription =>
        {
            if (!wanted.IsMatch(subscription.FilterName))
                return;
            found = true;
            WriteObject(subscription);
        });

        if (!found && !wanted.HasWildcard)
            throw new FlowLogException("SubscriptionNotFound", FlowErrorKind.NotFound, $"There is no subscription filter {name} in {group}.", name);
    }
}
