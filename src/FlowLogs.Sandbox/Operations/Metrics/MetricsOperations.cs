using FlowLogs.Sandbox.Protocol;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store.Metrics;

namespace FlowLogs.Sandbox.Operations.Metrics;

/// <summary>The operations of CloudWatch.</summary>
internal static class MetricsOperations
{
    /// <summary>What stands before the operation's name in <c>X-Amz-Target</c>.</summary>
    public const string TargetPrefix = "GraniteServiceVersion20100801.";

    public static JsonService Over(MetricStore metrics, AlarmStore alarms, TokenSigner signer)
    {
        var tokens = new PageTokens(signer);
        IJsonOperation[] operations =
        [
            new PutMetricAlarm(alarms),
            new DescribeAlarms(alarms, tokens),
            new DescribeAlarmsForMetric(alarms),
            new DeleteAlarms(alarms),
            new SetAlarmState(alarms),
            new PutMetricData(metrics),
            new GetMetricData(metrics, tokens),
            new GetMetricStatistics(metrics),
            new ListMetrics(metrics, tokens),
        ];
        return new JsonService(TargetPrefix, "application/x-amz-json-1.0", operations) { ValidationError = "ValidationError" };
    }
}
