using System.Collections;
using System.Management.Automation;
using FlowLogs.Cloud;
using FlowLogs.PS.Binding;
using FlowLogs.PS.Runtime;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsCommon.New, "FlowAlarm", SupportsShouldProcess = true, DefaultParameterSetName = "Metric")]
[OutputType(typeof(FlowAlarm))]
public sealed partial class NewFlowAlarmCommand : PatternCommand
{
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CloudNameCompleter))]
    public string AlarmName { get; set; } = string.Empty;

    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? MetricName { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string MetricNamespace { get; set; } = "FlowLogs";

    [Parameter(Mandatory = true, ParameterSetName = "LogGroup")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CloudNameCompleter))]
    public string? LogGroupName { get; set; }

    [Parameter(ParameterSetName = "LogGroup")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CloudNameCompleter))]
    public string? FilterName { get; set; }

    [Parameter(ParameterSetName = "LogGroup")]
    [AllowEmptyString]
    public string? FilterPattern { get; set; }

    [Parameter(ParameterSetName = "Metric", ValueFromPipelineByPropertyName = true)]
    [Alias("Dimensions")]
    public IDictionary? Dimension { get; set; }

    [Parameter]
    public double Threshold { get; set; } = 1;

    [Parameter]
    [ValidateSet("GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanOrEqualToThreshold", "LessThanThreshold", IgnoreCase = false)]
    public string ComparisonOperator { get; set; } = "GreaterThanOrEqualToThreshold";

    [Parameter]
    public int Period { get; set; } = 300;

    [Parameter]
    public int EvaluationPeriods { get; set; } = 1;

    [Parameter]
    public int? DatapointsToAlarm { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(StatisticCompleter))]
    public string Statistic { get; set; } = "Sum";

    [Parameter]
    [ValidateSet("breaching", "notBreaching", "ignore", "missing", IgnoreCase = false)]
    public string TreatMissingData { get; set; } = "notBreaching";

    [Parameter]
    [ValidateNotNull]
    public string[] AlarmAction { get; set; } = [];

    [Parameter]
    [ValidateNotNull]
    public string[] OKAction { get; set; } = [];

    [Parameter]
    public string? Description { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord() => Run(() =>
    {
        if (LogGroupName is null)
            CheckMetricIsGiven();
        var filter = LogGroupName is null ? null : MakeFilter(LogGroupName);
        var alarm = MakeAlarm();
        AlarmRules.Check(alarm);
        if (filter is not null)
        {
            MetricFilterRules.Check(filter);
            WarnOf(filter.FilterPattern);
        }

        // Both are looked at before either is made, so that what cannot be done whole is not begun.
        var knownAlarm = FindAlarm(alarm);
        var isFilterNeeded = filter is not null && IsNeeded(filter);
        var isFilterMade = isFilterNeeded && Put(filter!);
        if (knownAlarm is null)
            Put(alarm, isFilterMade ? filter : null);
        else
            WriteObject(knownAlarm);
    });

    private void CheckMetricIsGiven()
    {
        if (Condition is not null || WhereRest is not null)
            throw new FlowLogException("NoLogGroup", FlowErrorKind.InvalidArgument, "Conditions are for a metric filter that is made with the alarm: give -LogGroupName as well.", AlarmName);
        if (MetricName is null)
            throw new FlowLogException("NoMetric", FlowErrorKind.InvalidArgument, "Give -MetricName, or -LogGroupName and what to count there.", AlarmName);
    }

    private FlowMetricFilter MakeFilter(string group)
    {
        var name = FilterName ?? AlarmName;
        return new FlowMetricFilter
        {
            LogGroupName = group,
            FilterName = name,
            FilterPattern = NeedPattern(FilterPattern, name),
            MetricName = MetricName ?? AlarmName,
            MetricNamespace = MetricNamespace,

            // A metric that only has values when something matches goes from one alarm to no data, and never to OK.
            DefaultValue = 0,
            Unit = "Count",
        };
    }

    private FlowAlarm MakeAlarm() => new()
    {
        AlarmName = AlarmName,
        AlarmDescription = string.IsNullOrEmpty(Description) ? null : Description,
        MetricName = MetricName ?? AlarmName,
        MetricNamespace = MetricNamespace,
        Dimensions = DimensionTable.Read(Dimension) ?? new Dictionary<string, string>(),
        Threshold = Threshold,
        ComparisonOperator = ComparisonOperator,
        Period = Period,
        EvaluationPeriods = EvaluationPeriods,
        DatapointsToAlarm = DatapointsToAlarm,
        Statistic = Statistic,
        TreatMissingData = TreatMissingData,
        AlarmActions = AlarmAction,
        OKActions = OKAction,
    };
}
