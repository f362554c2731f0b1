using System.Collections;
using System.Management.Automation;
using FlowLogs.Cloud;
using FlowLogs.PS.Binding;
using FlowLogs.Records;

namespace FlowLogs.PS.Runtime;

/// <summary>What the cmdlets that write a metric filter share.</summary>
public abstract class MetricFilterCommand : ConditionCommand
{
    private bool _isPatternTyped;

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

    [Parameter]
    [FormatTransform]
    [ArgumentCompleter(typeof(FieldNameCompleter))]
    public FlowLogFormat? Format { get; set; }

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

    /// <summary>The pattern that is given, or that says the conditions that are given; null where there are neither.</summary>
    protected string? FindPattern()
    {
        // Conditions that were typed are meant instead of the pattern of a filter that comes down the pipeline.
        var written = WritePattern(Format, nearest: false);
        return written is null || !_isPatternTyped
            ? written ?? FilterPattern
            : throw new FlowLogException("AmbiguousFilter", FlowErrorKind.InvalidArgument, "-FilterPattern and conditions both tell what to filter for; give one of them.");
    }

    /// <inheritdoc/>
    protected override void BeginProcessing() => Run(() =>
    {
        _isPatternTyped = MyInvocation.BoundParameters.ContainsKey(nameof(FilterPattern));
        ReadConditions();
    });

    /// <summary>Checks a filter against every rule that needs no call, asks, and writes it to the service and the pipeline.</summary>
    protected void Put(FlowMetricFilter filter, string action)
    {
        ArgumentNullException.ThrowIfNull(filter);
        MetricFilterRules.Check(filter);
        foreach (var warning in Filtering.FilterPattern.Parse(filter.FilterPattern).Warnings)
            WriteWarning(warning);
        if (!ShouldProcess($"{filter.FilterName} in {filter.LogGroupName}", action))
            return;
        Wait(Logs.PutMetricFilterAsync(filter, StopToken));
        WriteObject(filter);
    }

    /// <summary>The dimensions as the filter has them; null where none are given.</summary>
    protected IReadOnlyDictionary<string, string>? Dimensions =>
        Dimension?.Keys.Cast<object>().ToDictionary(static name => $"{name}", name => $"{Dimension[name]}");
}
