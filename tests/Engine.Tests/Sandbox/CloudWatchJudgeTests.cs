using System.Text.Json;
using FlowLogs.Cloud;

namespace FlowLogs.Tests.Sandbox;

/// <summary>The aws CLI and boto3 as judges of metrics, alarms, subscriptions, retention, live tail and faults.</summary>
public sealed class CloudWatchJudgeTests
{
    private const string Function = "arn:aws:lambda:us-east-1:123456789012:function:f";

    private const string Script = """
        import boto3, json, sys, datetime, threading, time
        from botocore.config import Config
        url, now = sys.argv[1], int(sys.argv[2]) / 1000
        config = Config(inject_host_prefix=False)
        cw = boto3.client('cloudwatch', endpoint_url=url)
        logs = boto3.client('logs', endpoint_url=url, config=config)
        at = lambda seconds: datetime.datetime.fromtimestamp(now + seconds, datetime.timezone.utc)
        r = {}

        cw.put_metric_data(Namespace='N', MetricData=[
            {'MetricName': 'm', 'Value': 2.5, 'Timestamp': at(-120), 'Unit': 'Bytes', 'Dimensions': [{'Name': 'd', 'Value': 'ü'}]},
            {'MetricName': 'm', 'Values': [1, 3], 'Counts': [2, 1], 'Timestamp': at(-120), 'Unit': 'Bytes', 'Dimensions': [{'Name': 'd', 'Value': 'ü'}]},
            {'MetricName': 'o', 'StatisticValues': {'SampleCount': 2, 'Sum': 5, 'Minimum': 2, 'Maximum': 3}}])
        cw.put_metric_data(Namespace='N', MetricData=[{'MetricName': 'big', 'Value': i / 7, 'Timestamp': at(-60)} for i in range(900)])
        r['metrics'] = sorted(m['MetricName'] for p in cw.get_paginator('list_metrics').paginate(Namespace='N') for m in p['Metrics'])
        points = cw.get_metric_statistics(Namespace='N', MetricName='m', StartTime=at(-600), EndTime=at(0), Period=600,
            Statistics=['Sum', 'Average', 'SampleCount', 'Minimum', 'Maximum'], Dimensions=[{'Name': 'd', 'Value': 'ü'}])['Datapoints']
        r['points'] = [[p['Sum'], p['SampleCount'], p['Minimum'], p['Maximum'], p['Unit'], p['Timestamp'].tzinfo is not None] for p in points]
        query = {'Id': 'q', 'MetricStat': {'Metric': {'Namespace': 'N', 'MetricName': 'big'}, 'Period': 60, 'Stat': 'SampleCount'}}
        data = [x for p in cw.get_paginator('get_metric_data').paginate(MetricDataQueries=[query], StartTime=at(-600), EndTime=at(0)) for x in p['MetricDataResults']]
        r['data'] = [data[0]['Values'], data[0]['StatusCode'], data[0]['Timestamps'][0].year]

        alarm = dict(AlarmName='a', Namespace='N', MetricName='m', Statistic='Sum', Period=60, EvaluationPeriods=2, DatapointsToAlarm=1,
            Threshold=1.5, ComparisonOperator='GreaterThanThreshold', TreatMissingData='breaching', AlarmDescription='ä',
            Dimensions=[{'Name': 'd', 'Value': 'ü'}], AlarmActions=['arn:aws:sns:us-east-1:123456789012:t'])
        for name in 'abc':
            cw.put_metric_alarm(**dict(alarm, AlarmName=name))
        cw.set_alarm_state(AlarmName='b', StateValue='ALARM', StateReason='why', StateReasonData='{}')
        pages = cw.get_paginator('describe_alarms').paginate(PaginationConfig={'PageSize': 2})
        r['alarms'] = [[a['AlarmName'], a['StateValue'], a['Threshold'], a['AlarmDescription'], a['StateUpdatedTimestamp'].year] for p in pages for a in p['MetricAlarms']]
        r['ofMetric'] = len(cw.describe_alarms_for_metric(Namespace='N', MetricName='m', Dimensions=[{'Name': 'd', 'Value': 'ü'}])['MetricAlarms'])
        cw.delete_alarms(AlarmNames=['a', 'b', 'c'])
        errors = []
        for call in (
                lambda: cw.delete_alarms(AlarmNames=['a']),
                lambda: cw.describe_alarms(NextToken='x'),
                lambda: cw.get_metric_statistics(Namespace='N', MetricName='m', StartTime=at(-86400 * 2), EndTime=at(0), Period=60, Statistics=['Sum']),
                lambda: cw.put_metric_alarm(**dict(alarm, Period=7))):
            try:
                call()
                errors.append('none')
            except cw.exceptions.ClientError as e:
                errors.append(type(e).__name__ + ' ' + e.response['Error']['Code'])
        r['errors'] = errors

        logs.create_log_group(logGroupName='g')
        logs.create_log_stream(logGroupName='g', logStreamName='s')
        logs.put_retention_policy(logGroupName='g', retentionInDays=7)
        r['retention'] = logs.describe_log_groups(logGroupNamePrefix='g')['logGroups'][0]['retentionInDays']
        logs.delete_retention_policy(logGroupName='g')
        logs.put_subscription_filter(logGroupName='g', filterName='f', filterPattern='', destinationArn=sys.argv[3])
        r['subscriptions'] = [f['filterName'] for p in logs.get_paginator('describe_subscription_filters').paginate(logGroupName='g') for f in p['subscriptionFilters']]
        logs.delete_subscription_filter(logGroupName='g', filterName='f')

        tail = logs.start_live_tail(logGroupIdentifiers=['arn:aws:logs:us-east-1:123456789012:log-group:g'], logEventFilterPattern='hit')
        seen = []
        for event in tail['responseStream']:
            if 'sessionStart' in event:
                r['session'] = event['sessionStart']['logEventFilterPattern']
                logs.put_log_events(logGroupName='g', logStreamName='s', logEvents=[{'timestamp': int(now * 1000), 'message': m} for m in ('hit ☃', 'miss')])
            else:
                seen += [e['message'] for e in event['sessionUpdate']['sessionResults']]
                if seen:
                    break
        tail['responseStream'].close()
        r['tail'] = seen
        print(json.dumps(r))
        """;

    private const string Soak = """
        import boto3, json, sys
        from botocore.config import Config
        logs = boto3.client('logs', endpoint_url=sys.argv[1], config=Config(retries={'mode': 'standard', 'max_attempts': 4}))
        s3 = boto3.client('s3', endpoint_url=sys.argv[1], config=Config(s3={'addressing_style': 'path'}, retries={'mode': 'standard', 'max_attempts': 4}))
        events = [e for p in logs.get_paginator('filter_log_events').paginate(logGroupName='my-flow-log', PaginationConfig={'PageSize': 400}) for e in p['events']]
        keys = [o['Key'] for p in s3.get_paginator('list_objects_v2').paginate(Bucket='my-flow-log-bucket', PaginationConfig={'PageSize': 20}) for o in p['Contents']]
        print(json.dumps([len(set(e['eventId'] for e in events)), len(keys)]))
        """;

    [Boto3Fact]
    public async Task Boto3_drives_every_operation()
    {
        var path = Path.GetTempFileName();
        using var host = Start(path);
        var run = await AwsTool.RunAsync("python3", "-c", Script, host.EndpointUrl.ToString(), $"{host.Now}", Function);
        File.Delete(path);
        Assert.True(run.ExitCode == 0, run.Errors);
        var result = JsonElement.Parse(run.Output);

        string Json(string name) => result.GetProperty(name).GetRawText();
        Assert.Equal("""["big", "m", "o"]""", Json("metrics"));
        Assert.Equal("""[[7.5, 4, 1, 3, "Bytes", true]]""", Json("points"));
        Assert.Equal("""[[900], "Complete", 2026]""", Json("data"));
        Assert.Equal(
            """[["a", "INSUFFICIENT_DATA", 1.5, "\u00e4", 2026], ["b", "ALARM", 1.5, "\u00e4", 2026], ["c", "INSUFFICIENT_DATA", 1.5, "\u00e4", 2026]]""",
            Json("alarms"));
        Assert.Equal("3", Json("ofMetric"));
        Assert.Equal(
            """["ResourceNotFound ResourceNotFound", "InvalidNextToken InvalidNextToken", "InvalidParameterCombinationException InvalidParameterCombination", "InvalidParameterValueException InvalidParameterValue"]""",
            Json("errors"));
        Assert.Equal("7", Json("retention"));
        Assert.Equal("""["f"]""", Json("subscriptions"));
        Assert.Equal("\"hit\"", Json("session"));
        Assert.Equal("""["hit \u2603"]""", Json("tail"));
    }

    [AwsCliFact]
    public async Task The_CLI_drives_alarms_metrics_subscriptions_and_retention()
    {
        var path = Path.GetTempFileName();
        using var host = Start(path);
        await host.MakeStreamAsync("g", "s");
        var time = host.Clock.Now.AddMinutes(-1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        await AwsAsync("cloudwatch", "put-metric-data", "--namespace", "N", "--metric-name", "m", "--value", "42", "--timestamp", time);
        Assert.Equal("m", (await AwsAsync("cloudwatch", "list-metrics"))[0].GetProperty("Metrics")[0].GetProperty("MetricName").GetString());
        var points = await AwsAsync(
            "cloudwatch", "get-metric-statistics", "--namespace", "N", "--metric-name", "m", "--statistics", "Sum", "--period", "60", "--start-time", time, "--end-time", host.Clock.Now.ToString("o"));
        Assert.Equal(42, points[0].GetProperty("Datapoints")[0].GetProperty("Sum").GetDouble());
        var data = await AwsAsync(
            "cloudwatch", "get-metric-data", "--start-time", time, "--end-time", host.Clock.Now.ToString("o"), "--metric-data-queries", """[{"Id":"q","MetricStat":{"Metric":{"Namespace":"N","MetricName":"m"},"Period":60,"Stat":"Maximum"}}]""");
        Assert.Equal(42, data[0].GetProperty("MetricDataResults")[0].GetProperty("Values")[0].GetDouble());

        await AwsAsync(
            "cloudwatch", "put-metric-alarm", "--alarm-name", "a", "--namespace", "N", "--metric-name", "m", "--statistic", "Sum", "--period", "60", "--evaluation-periods", "1", "--threshold", "1", "--comparison-operator", "GreaterThanThreshold");
        host.Clock.Now += TimeSpan.FromMinutes(1);
        var alarms = await AwsAsync("cloudwatch", "describe-alarms", "--alarm-name-prefix", "a");
        Assert.Equal("ALARM", alarms[0].GetProperty("MetricAlarms")[0].GetProperty("StateValue").GetString());
        await AwsAsync("cloudwatch", "set-alarm-state", "--alarm-name", "a", "--state-value", "OK", "--state-reason", "r");
        var ofMetric = await AwsAsync("cloudwatch", "describe-alarms-for-metric", "--namespace", "N", "--metric-name", "m");
        Assert.Equal("OK", ofMetric[0].GetProperty("MetricAlarms")[0].GetProperty("StateValue").GetString());
        await AwsAsync("cloudwatch", "delete-alarms", "--alarm-names", "a");
        Assert.Empty(host.Alarms.Alarms);

        await AwsAsync("logs", "put-retention-policy", "--log-group-name", "g", "--retention-in-days", "30");
        Assert.Equal(30, host.Store.Group("g").RetentionInDays);
        await AwsAsync("logs", "delete-retention-policy", "--log-group-name", "g");
        await AwsAsync("logs", "put-subscription-filter", "--log-group-name", "g", "--filter-name", "f", "--filter-pattern", "", "--destination-arn", Function);
        var filters = await AwsAsync("logs", "describe-subscription-filters", "--log-group-name", "g");
        Assert.Equal(Function, filters[0].GetProperty("subscriptionFilters")[0].GetProperty("destinationArn").GetString());
        await AwsAsync("logs", "delete-subscription-filter", "--log-group-name", "g", "--filter-name", "f");
        Assert.Empty(host.Store.Group("g").SubscriptionFilters);
        File.Delete(path);

        async Task<JsonElement[]> AwsAsync(string service, string operation, params string[] arguments)
        {
            var result = await AwsTool.RunAsync(
                "aws", [service, operation, "--endpoint-url", host.EndpointUrl.ToString(), "--output", "json", .. arguments]);
            Assert.True(result.ExitCode == 0, $"{operation}: {result.Errors}");
            return result.Output.Length == 0 ? [] : [JsonElement.Parse(result.Output)];
        }
    }

    [Boto3Fact]
    public async Task Boto3_gets_everything_in_spite_of_faults()
    {
        using var host = new SandboxHost(new FlowSandboxOptions(0, 3)
        {
            Faults =
            [
                FlowSandboxFault.Throttling, FlowSandboxFault.ServerError, FlowSandboxFault.Reset, FlowSandboxFault.Truncate,
                FlowSandboxFault.EmptyPages, FlowSandboxFault.DuplicateEvents, FlowSandboxFault.OutOfOrderPages,
            ],
            FaultRate = 0.2,
        });
        var run = await AwsTool.RunAsync("python3", "-c", Soak, host.EndpointUrl.ToString());
        Assert.True(run.ExitCode == 0, run.Errors);
        var events = host.Store.Group(SandboxHost.FlowGroup).Streams.Values.Sum(stream => stream.Events.Count);
        Assert.Equal($"[{events}, {host.Buckets.Bucket("my-flow-log-bucket").Objects.Count}]", run.Output.Trim());
    }

    private static SandboxHost Start(string path) => new(new FlowSandboxOptions(0, 7)
    {
        SubscriptionDestinations = new Dictionary<string, string> { [Function] = path },
    });
}
