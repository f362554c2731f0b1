using System.Collections;
using System.Management.Automation;
using FlowLogs.PS.Binding;
using FlowLogs.PS.Runtime;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsCommon.New, "FlowMetricFilter", SupportsShouldProcess = true)]
[OutputType(typeof(FlowMetricFilter))]
public sealed class NewFlowMetricFilterCommand : CloudCommand
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CloudNameCompleter))]
    public string LogGroupName { get; set; } = string.Empty;

    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateLength(1, 512)]
    [ValidatePattern("^[^:*]+$")]
    public string FilterName { get; set; } = string.Empty;

    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string FilterPattern { get; set; } = string.Empty;

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateLength(1, 255)]
    [ValidatePattern("^[^:*$]+$")]
    public string MetricName { get; set; } = string.Empty;

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateLength(1, 255)]
    [ValidatePattern("^[^*$]+$")]
    public string MetricNamespace { get; set; } = string.Empty;

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateLength(1, 100)]
    public string MetricValue { get; set; } = "1";

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public double? DefaultValue { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UnitCompleter))]
    public string? Unit { get; set; }

    [Parameter]
    [ValidateNotNull]
    [ValidateCount(1, 3)]
    public Hashtable? Dimension { get; set; }

    protected override void ProcessRecord() => Run(() =>
    {
        // A pattern that the service would refuse is refused here, with the place.
        Filtering.FilterPattern.Parse(FilterPattern);
        if (!ShouldProcess($"{FilterName} in {LogGroupName}", "Create metric filter"))
            return;

        var filter = new FlowMetricFilter
        {
            LogGroupName = LogGroupName,
            FilterName = FilterName,
            FilterPattern = FilterPattern,
            MetricName = MetricName,
            MetricNamespace = MetricNamespace,
            MetricValue = MetricValue,
            DefaultValue = DefaultValue,
            Unit = Unit,
            Dimensions = Dimension?.Cast<DictionaryEntry>().ToDictionary(static e => $"{e.Key}", static e => $"{e.Value}") ?? [],
        };
        Wait(Logs.PutMetricFilterAsync(filter, StopToken));
        WriteObject(filter);
    });
}
