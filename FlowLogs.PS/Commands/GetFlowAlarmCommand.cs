using System.Management.Automation;
using FlowLogs.PS.Binding;
using FlowLogs.PS.Runtime;

namespace FlowLogs.PS.Commands;

[Cmdlet(VerbsCommon.Get, "FlowAlarm")]
[OutputType(typeof(FlowAlarm))]
public sealed class GetFlowAlarmCommand : CloudCommand
{
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CloudNameCompleter))]
    public string[]? AlarmName { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? MetricName { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? MetricNamespace { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CloudNameCompleter))]
    public string? LogGroupName { get; set; }

    [Parameter]
    [Alias("StateValue")]
    [ValidateSet("OK", "ALARM", "INSUFFICIENT_DATA")]
    public string? State { get; set; }

    protected override void ProcessRecord() => Run(() =>
    {
        var metrics = LogGroupName is null ? null : ReadMetrics(LogGroupName);
        foreach (var name in AlarmName ?? ["*"])
            Run(() => WriteAlarms(name, metrics));
    });

    // The metrics that the metric filters of a log group write to.
    private HashSet<(string?, string?)> ReadMetrics(string group) =>
        [.. GetAll(Logs, (logs, token, stop) => logs.DescribeMetricFiltersAsync(group, null, null, null, token, stop))
            .Select(static filter => (filter.MetricNamespace, filter.MetricName))];

    private void WriteAlarms(string name, HashSet<(string?, string?)>? metrics)
    {
        var wanted = NamePattern.Parse(name);
        var found = false;
        ForEachItem(Metrics, (cloud, token, stop) => cloud.DescribeAlarmsAsync(wanted.Prefix, State?.ToUpperInvariant(), token, stop), alarm =>
        {
            if (!wanted.IsMatch(alarm.AlarmName))
                return;
            found = true;
            if (IsWanted(alarm) && metrics?.Contains((alarm.MetricNamespace, alarm.MetricName)) != false)
                WriteObject(alarm);
        });

        // With a state, an alarm that is in another one is not missing.
        if (!found && State is null && !wanted.HasWildcard)
            throw new FlowLogException("AlarmNotFound", FlowErrorKind.NotFound, $"There is no alarm {name}.", name);
    }

    // The state once more: not every stand-in for AWS looks at it when a name is asked for, too.
    private bool IsWanted(FlowAlarm alarm) =>
        (MetricName is null || alarm.MetricName == MetricName)
        && (MetricNamespace is null || alarm.MetricNamespace == MetricNamespace)
        && (State is null || string.Equals(alarm.StateValue, State, StringComparison.OrdinalIgnoreCase));
}
