using System.Management.Automation;
using FlowLogs.PS.Binding;
using FlowLogs.PS.Runtime;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsCommon.Get, "FlowLogStream")]
[OutputType(typeof(FlowLogStream))]
public sealed class GetFlowLogStreamCommand : CloudCommand
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CloudNameCompleter))]
    public string[] LogGroupName { get; set; } = [];

    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CloudNameCompleter))]
    public string[]? LogStreamName { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var group in LogGroupName)
        {
            foreach (var stream in LogStreamName ?? ["*"])
                Run(() => WriteStreams(group, stream));
        }
    }

    private void WriteStreams(string group, string name)
    {
        var wanted = NamePattern.Parse(name);
        var found = false;
        ForEachItem(Logs, (logs, token, stop) => logs.DescribeLogStreamsAsync(group, wanted.Prefix, token, stop), stream =>
        {
            if (!wanted.IsMatch(stream.LogStreamName))
                return;
            found = true;
            WriteObject(stream);
        });

        if (!found && !wanted.HasWildcard)
            throw new FlowLogException("LogStreamNotFound", FlowErrorKind.NotFound, $"There is no log stream {name} in {group}.", name);
    }
}
