using System.Management.Automation;
using FlowLogs.PS.Runtime;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsCommon.Set, "FlowMetricFilter", SupportsShouldProcess = true)]
[OutputType(typeof(FlowMetricFilter))]
public sealed class SetFlowMetricFilterCommand : MetricFilterCommand
{
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? MetricName { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? MetricNamespace { get; set; }

    protected override void ProcessRecord() => Run(() =>
    {
        var old = GetAll(Logs, (logs, token, stop) => logs.DescribeMetricFiltersAsync(LogGroupName, FilterName, null, null, token, stop))
            .FirstOrDefault(filter => filter.FilterName == FilterName)
            ?? throw new FlowLogException("MetricFilterNotFound", FlowErrorKind.NotFound, $"There is no metric filter {FilterName} in {LogGroupName}.", FilterName);

        // What is not given stays; -DefaultValue $null and -Dimension @{} take away what there was.
        Put(
            new FlowMetricFilter
            {
                LogGroupName = old.LogGroupName,
                FilterName = old.FilterName,
                FilterPattern = FindPattern(FilterPattern) ?? old.FilterPattern,
                MetricName = MetricName ?? old.MetricName,
                MetricNamespace = MetricNamespace ?? old.MetricNamespace,
                MetricValue = MetricValue ?? old.MetricValue,
                DefaultValue = MyInvocation.BoundParameters.ContainsKey(nameof(DefaultValue)) ? DefaultValue : old.DefaultValue,
                Unit = Unit ?? old.Unit,
                Dimensions = Dimensions ?? old.Dimensions,
            },
            "Change metric filter");
    });
}
