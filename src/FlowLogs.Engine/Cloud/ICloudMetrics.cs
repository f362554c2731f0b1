namespace FlowLogs.Cloud;

/// <summary>What to ask of GetMetricData.</summary>
public sealed record MetricQuery
{
    /// <summary>The metric.</summary>
    public required string MetricName { get; init; }

    /// <summary>The metric's namespace.</summary>
    public required string MetricNamespace { get; init; }

    /// <summary>The metric's dimensions, names and values: all that it has.</summary>
    public IReadOnlyDictionary<string, string> Dimensions { get; init; } = new Dictionary<string, string>();

    /// <summary>The statistic, such as Sum.</summary>
    public required string Statistic { get; init; }

    /// <summary>The seconds of a period.</summary>
    public required int Period { get; init; }

    /// <summary>Only values of this unit; null for all.</summary>
    public string? Unit { get; init; }

    /// <summary>The beginning of the range.</summary>
    public required DateTimeOffset StartTime { get; init; }

    /// <summary>The end of the range, which is not part of it.</summary>
    public required DateTimeOffset EndTime { get; init; }
}

/// <summary>
/// CloudWatch's alarms and metrics as far as they are needed, one method for each call. Every method throws
/// <see cref="FlowLogException"/> for whatever the service or the network answers.
/// </summary>
public interface ICloudMetrics : IDisposable
{
    /// <summary>PutMetricAlarm: makes an alarm or replaces the one of the same name.</summary>
    Task PutMetricAlarmAsync(FlowAlarm alarm, CancellationToken cancellationToken);

    /// <summary>DescribeAlarms, those on metrics; null for not given.</summary>
    Task<CloudPage<FlowAlarm>> DescribeAlarmsAsync(string? namePrefix, string? stateValue, string? nextToken, CancellationToken cancellationToken);

    /// <summary>DeleteAlarms, of one alarm.</summary>
    Task DeleteAlarmAsync(string alarmName, CancellationToken cancellationToken);

    /// <summary>GetMetricData, of one metric, the oldest datapoint first.</summary>
    Task<CloudPage<FlowMetricDatapoint>> GetMetricDataAsync(MetricQuery query, string? nextToken, CancellationToken cancellationToken);
}
