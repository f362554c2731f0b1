using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using FlowLogs.Aws.Connecting;
using FlowLogs.Aws.Errors;
using FlowLogs.Cloud;

namespace FlowLogs.Aws;

/// <summary>CloudWatch through the SDK: one call for each method, and every error as one of ours.</summary>
internal sealed class CloudMetrics(IAmazonCloudWatch client, ServiceCalls calls) : ICloudMetrics
{
    public Task PutMetricAlarmAsync(FlowAlarm alarm, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(alarm);
        return calls.CallAsync(
            client.PutMetricAlarmAsync,
            MetricMapping.ToPutRequest(alarm),
            new AlarmSubject("PutMetricAlarm", alarm.AlarmName),
            cancellationToken);
    }

    public async Task<CloudPage<FlowAlarm>> DescribeAlarmsAsync(
        string? namePrefix, string? stateValue, string? nextToken, CancellationToken cancellationToken)
    {
        var answer = await calls.CallAsync(
            client.DescribeAlarmsAsync,
            new DescribeAlarmsRequest
            {
                AlarmNamePrefix = namePrefix,
                StateValue = stateValue is null ? null : StateValue.FindValue(stateValue),
                MaxRecords = 100,
                NextToken = nextToken,
            },
            new AlarmSubject("DescribeAlarms", namePrefix),
            cancellationToken);
        return Mapping.Page(answer.MetricAlarms, MetricMapping.ToAlarm, answer.NextToken);
    }

    public Task DeleteAlarmAsync(string alarmName, CancellationToken cancellationToken) =>
        calls.CallAsync(
            client.DeleteAlarmsAsync,
            new DeleteAlarmsRequest { AlarmNames = [alarmName] },
            new AlarmSubject("DeleteAlarms", alarmName),
            cancellationToken);

    public async Task<CloudPage<FlowMetricDatapoint>> GetMetricDataAsync(
        MetricQuery query, string? nextToken, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var answer = await calls.CallAsync(
            client.GetMetricDataAsync,
            MetricMapping.ToDataRequest(query, nextToken),
            new CallSubject("GetMetricData", query.MetricName),
            cancellationToken);
        return new CloudPage<FlowMetricDatapoint>(MetricMapping.ToDatapoints(answer, query), answer.NextToken);
    }

    public void Dispose() => client.Dispose();
}
