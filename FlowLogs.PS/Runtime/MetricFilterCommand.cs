using System.Collections;
using System.Management.Automation;
using FlowLogs.Cloud;
using FlowLogs.PS.Binding;

namespace FlowLogs.PS.Runtime;

/// <summary>What the cmdlets that write a metric filter share.</summary>
public abstract class MetricFilterCommand : PatternCommand
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

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? MetricValue { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public double? DefaultValue { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(UnitCompleter))]
    public string? Unit { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Dimensions")]
    public IDictionary? Dimension { get; set; }

    /// <summary>Checks a filter against every rule that needs no call, asks, and writes it to the service and the pipeline.</summary>
    protected void Put(FlowMetricFilter filter, string action)
    {
        ArgumentNullException.ThrowIfNull(filter);
        MetricFilterRules.Check(filter);
        WarnOf(filter.FilterPattern);
        if (!ShouldProcess($"{filter.FilterName} in {filter.LogGroupName}", action))
            return;
        Wait(Logs.PutMetricFilterAsync(filter, StopToken));
        WriteObject(filter);
    }

    /// <summary>The dimensions as the filter has them; null where none are given.</summary>
    protected IReadOnlyDictionary<string, string>? Dimensions => DimensionTable.Read(Dimension);
}
