using System.Management.Automation;
using FlowLogs.PS.Binding;
using FlowLogs.PS.Runtime;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsCommon.Get, "FlowMetricFilter", DefaultParameterSetName = "LogGroup")]
[OutputType(typeof(FlowMetricFilter))]
public sealed class GetFlowMetricFilterCommand : CloudCommand
{
    [Parameter(Position = 0, ParameterSetName = "LogGroup", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CloudNameCompleter))]
    public string[]? LogGroupName { get; set; }

    [Parameter(Position = 1, ParameterSetName = "LogGroup")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CloudNameCompleter))]
    public string[]? FilterName { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "Metric")]
    [ValidateNotNullOrEmpty]
    public string? MetricName { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "Metric")]
    [ValidateNotNullOrEmpty]
    public string? MetricNamespace { get; set; }

    protected override void ProcessRecord()
    {
        // Without a group the service gives the filters of all groups.
        foreach (var group in LogGroupName ?? [null!])
        {
            foreach (var filter in FilterName ?? ["*"])
                Run(() => WriteFilters(group, filter));
        }
    }

    private void WriteFilters(string? group, string name)
    {
        var wanted = NamePattern.Parse(name);

        // The service takes a name's prefix only together with a group.
        var prefix = group is null ? null : wanted.Prefix;
        var found = false;
        ForEachItem(Logs, (logs, token, stop) => logs.DescribeMetricFiltersAsync(group, prefix, MetricName, MetricNamespace, token, stop), filter =>
        {
            if (!wanted.IsMatch(filter.FilterName))
                return;
            found = true;
            WriteObject(filter);
        });

        if (!found && !wanted.HasWildcard)
            throw new FlowLogException("MetricFilterNotFound", FlowErrorKind.NotFound, $"There is no metric filter {name}{(group is null ? string.Empty : " in " + group)}.", name);
    }
}
