using System.Management.Automation;
using FlowLogs.PS.Runtime;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsCommon.New, "FlowMetricFilter", SupportsShouldProcess = true)]
[OutputType(typeof(FlowMetricFilter))]
public sealed class NewFlowMetricFilterCommand : MetricFilterCommand
{
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string MetricName { get; set; } = string.Empty;

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string MetricNamespace { get; set; } = string.Empty;

    protected override void ProcessRecord() => Run(() => Put(
        new FlowMetricFilter
        {
            LogGroupName = LogGroupName,
            FilterName = FilterName,
            FilterPattern = NeedPattern(FilterPattern, FilterName),
            MetricName = MetricName,
            MetricNamespace = MetricNamespace,
            MetricValue = MetricValue ?? "1",
            DefaultValue = DefaultValue,
            Unit = Unit,
            Dimensions = Dimensions ?? new Dictionary<string, string>(),
        },
        "Create metric filter"));
}
