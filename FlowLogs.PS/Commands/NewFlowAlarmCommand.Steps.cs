using FlowLogs.Cloud;

namespace FlowLogs.PS.Commands;

/// <summary>What is there already, and what has to be made.</summary>
public sealed partial class NewFlowAlarmCommand
{
    // The alarm that is there with just these settings; null where one has to be made.
    private FlowAlarm? FindAlarm(FlowAlarm wanted)
    {
        var known = ReadAlarm();
        if (known is null)
            return null;
        if (AlarmRules.AreSame(known, wanted))
        {
            WriteVerbose($"The alarm {AlarmName} is there already, with the same settings. It stays as it is.");
            return known;
        }

        return Force
            ? null
            : throw new FlowLogException(
                "AlarmExists",
                FlowErrorKind.AlreadyExists,
                $"There is an alarm {AlarmName} already, with other settings: Get-FlowAlarm shows them. -Force replaces it.",
                AlarmName);
    }

    private FlowAlarm? ReadAlarm() =>
        GetAll(Metrics, (metrics, token, stop) => metrics.DescribeAlarmsAsync(AlarmName, null, token, stop)).FirstOrDefault(alarm => alarm.AlarmName == AlarmName);

    private bool IsNeeded(FlowMetricFilter wanted)
    {
        var known = GetAll(Logs, (logs, token, stop) => logs.DescribeMetricFiltersAsync(wanted.LogGroupName, wanted.FilterName, null, null, token, stop))
            .FirstOrDefault(filter => filter.FilterName == wanted.FilterName);
        if (known is null)
            return true;
        if (Settings(known).Equals(Settings(wanted)) && known.Dimensions.Count == 0)
        {
            WriteVerbose($"The metric filter {known.FilterName} is there already, with the same settings. It stays as it is.");
            return false;
        }

        return Force
            ? true
            : throw new FlowLogException(
                "MetricFilterExists",
                FlowErrorKind.AlreadyExists,
                $"There is a metric filter {known.FilterName} in {known.LogGroupName} already, with other settings: Get-FlowMetricFilter shows them. "
                + "Give -FilterName for another one, or -Force to replace it.",
                known.FilterName);

        static object Settings(FlowMetricFilter f) => (f.FilterPattern, f.MetricName, f.MetricNamespace, f.MetricValue, f.DefaultValue, f.Unit);
    }

    private bool Put(FlowMetricFilter filter)
    {
        if (!ShouldProcess($"{filter.FilterName} in {filter.LogGroupName}", "Create metric filter"))
            return false;
        Wait(Logs.PutMetricFilterAsync(filter, StopToken));
        WriteVerbose($"The metric filter {filter.FilterName} in {filter.LogGroupName} was made.");
        return true;
    }

    private void Put(FlowAlarm alarm, FlowMetricFilter? madeBefore)
    {
        if (!ShouldProcess(alarm.AlarmName, "Create alarm"))
            return;
        try
        {
            Wait(Metrics.PutMetricAlarmAsync(alarm, StopToken));
        }
        catch (FlowLogException e) when (madeBefore is not null)
        {
            throw new FlowLogException(
                e.ErrorId,
                e.Kind,
                $"{e.Message} The metric filter {madeBefore.FilterName} in {madeBefore.LogGroupName} was made before that, and stays.",
                e.Target,
                e);
        }

        WriteObject(ReadAlarm() ?? alarm);
    }
}
