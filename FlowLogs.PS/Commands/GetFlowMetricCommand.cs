using System.Collections;
using System.Management.Automation;
using FlowLogs.Cloud;
using FlowLogs.PS.Binding;
using FlowLogs.PS.Runtime;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsCommon.Get, "FlowMetric")]
[OutputType(typeof(FlowMetricDatapoint))]
public sealed class GetFlowMetricCommand : CloudCommand
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string MetricName { get; set; } = string.Empty;

    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string MetricNamespace { get; set; } = "FlowLogs";

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Dimensions")]
    public IDictionary? Dimension { get; set; }

    [Parameter]
    [FlowTimeTransform]
    public DateTimeOffset? StartTime { get; set; }

    [Parameter]
    [FlowTimeTransform]
    public DateTimeOffset? EndTime { get; set; }

    [Parameter]
    [FlowTimeTransform]
    public DateTimeOffset? Last { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public int? Period { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(StatisticCompleter))]
    public string Statistic { get; set; } = "Sum";

    [Parameter]
    [ArgumentCompleter(typeof(UnitCompleter))]
    public string? Unit { get; set; }

    protected override void ProcessRecord() => Run(() =>
    {
        var query = MakeQuery();
        ForEachItem(Metrics, (metrics, token, stop) => metrics.GetMetricDataAsync(query, token, stop), WriteObject);
    });

    private MetricQuery MakeQuery()
    {
        var now = DateTimeOffset.UtcNow;
        var end = EndTime ?? now;
        if (StartTime is not null && Last is not null)
            throw new FlowLogException("AmbiguousStartTime", FlowErrorKind.InvalidArgument, "-StartTime and -Last both say where to begin; give one of them.");
        var start = StartTime ?? Last ?? end.AddDays(-1);
        if (start >= end)
            throw new FlowLogException("InvalidTimeRange", FlowErrorKind.InvalidArgument, $"The range begins at {start:u}, which is not before its end, {end:u}.", start);
        if (Period is { } period && !MetricPeriods.IsPeriod(period))
            throw new FlowLogException("InvalidPeriod", FlowErrorKind.InvalidArgument, $"{period} seconds are no period; one is 1, 5, 10, 20 or 30 seconds, or a multiple of 60.", period);
        MetricFilterRules.CheckUnit(Unit);
        MetricStatistics.Check(Statistic);
        var dimensions = DimensionTable.Read(Dimension) ?? new Dictionary<string, string>();
        AlarmRules.CheckDimensions(dimensions);
        return new MetricQuery
        {
            MetricName = MetricName,
            MetricNamespace = MetricNamespace,
            Dimensions = dimensions,
            Statistic = Statistic,
            Period = Period ?? MetricPeriods.Choose(start, end, now),
            Unit = Unit,
            StartTime = start,
            EndTime = end,
        };
    }
}
