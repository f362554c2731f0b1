using System.Management.Automation;
using FlowLogs.PS.Binding;
using FlowLogs.PS.Runtime;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsCommon.Get, "FlowLogGroup")]
[OutputType(typeof(FlowLogGroup))]
public sealed class GetFlowLogGroupCommand : CloudCommand
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CloudNameCompleter))]
    public string[]? LogGroupName { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var name in LogGroupName ?? ["*"])
            Run(() => WriteGroups(name));
    }

    private void WriteGroups(string name)
    {
        var wanted = NamePattern.Parse(name);
        var found = false;
        ForEachItem(Logs, (logs, token, stop) => logs.DescribeLogGroupsAsync(wanted.Prefix, token, stop), group =>
        {
            if (!wanted.IsMatch(group.LogGroupName))
                return;
            found = true;
            WriteObject(group);
        });

        if (!found && !wanted.HasWildcard)
            throw new FlowLogException("LogGroupNotFound", FlowErrorKind.NotFound, $"There is no log group {name}.", name);
    }
}
