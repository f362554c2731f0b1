using System.Text.Json;

namespace FlowLogs.Tests.Sandbox;

/// <summary>boto3 and its paginators as the judge. One process does it all, since each takes a while to start.</summary>
public sealed class Boto3Tests(SandboxHost host) : IClassFixture<SandboxHost>
{
    private const string Script = """
        import boto3, json, sys
        logs = boto3.client('logs', endpoint_url=sys.argv[1])
        now = int(sys.argv[2])
        group = 'my-flow-log'

        def rows(operation, member, size, **request):
            pages = logs.get_paginator(operation).paginate(PaginationConfig={'PageSize': size}, **request)
            return [row for page in pages for row in page[member]]

        result = {}
        for i in range(7):
            logs.create_log_group(logGroupName=f'boto-{i}')
            logs.put_metric_filter(logGroupName='boto-0' if i < 4 else group, filterName=f'f{i}', filterPattern='',
                metricTransformations=[{'metricName': 'm', 'metricNamespace': 'n', 'metricValue': '1', 'unit': 'Count'}])
        result['groups'] = [g['logGroupName'] for g in rows('describe_log_groups', 'logGroups', 2)]
        result['streams'] = [s['logStreamName'] for s in rows('describe_log_streams', 'logStreams', 1, logGroupName=group)]
        result['filters'] = [f['filterName'] for f in rows('describe_metric_filters', 'metricFilters', 3)]
        events = rows('filter_log_events', 'events', 1000, logGroupName=group)
        result['ids'] = [e['eventId'] for e in events]
        result['messages'] = [e['message'] for e in events]

        stream = result['streams'][0]
        read, request = [], {}
        while True:
            page = logs.get_log_events(logGroupName=group, logStreamName=stream, startFromHead=True, limit=100, **request)
            read += [e['message'] for e in page['events']]
            if page['nextForwardToken'] == request.get('nextToken'):
                break
            request = {'nextToken': page['nextForwardToken']}
        result['stream'] = read

        logs.create_log_stream(logGroupName='boto-1', logStreamName='s')
        put = logs.put_log_events(logGroupName='boto-1', logStreamName='s', logEvents=[
            {'timestamp': now - 15 * 86400000, 'message': 'old'}, {'timestamp': now, 'message': 'ünï ☃ "q"'}])
        result['rejected'] = put['rejectedLogEventsInfo']
        result['put'] = [e['message'] for e in logs.get_log_events(logGroupName='boto-1', logStreamName='s')['events']]
        result['tested'] = logs.test_metric_filter(filterPattern='', logEventMessages=['a', 'b'])['matches']

        errors = []
        for call in (
                lambda: logs.create_log_group(logGroupName=group),
                lambda: logs.filter_log_events(logGroupName='none'),
                lambda: logs.filter_log_events(logGroupName=group, nextToken='x'),
                lambda: logs.delete_metric_filter(logGroupName=group, filterName='none')):
            try:
                call()
                errors.append('no error')
            except logs.exceptions.ClientError as e:
                errors.append(type(e).__name__ + ' ' + str(e.response['ResponseMetadata']['RequestId'] != ''))
        result['errors'] = errors
        for i in range(7):
            logs.delete_log_group(logGroupName=f'boto-{i}')
        print(json.dumps(result))
        """;

    [Boto3Fact]
    public async Task Reads_everything_exactly_once_and_writes()
    {
        var run = await AwsTool.RunAsync("python3", "-c", Script, host.EndpointUrl.ToString(), $"{host.Now}");
        Assert.True(run.ExitCode == 0, run.Errors);
        var result = JsonElement.Parse(run.Output);

        var flows = host.Store.Group(SandboxHost.FlowGroup);
        Assert.Equal(
            ["/aws/lambda/hello", .. Enumerable.Range(0, 7).Select(i => $"boto-{i}"), SandboxHost.FlowGroup], Texts("groups"));
        Assert.Equal(flows.Streams.Keys, Texts("streams"));
        Assert.Equal(["f0", "f1", "f2", "f3", "f4", "f5", "f6"], Texts("filters"));
        var expected = flows.Streams.Values
            .SelectMany(stream => Enumerable.Range(0, stream.Events.Count).Select(i => stream.Events[i]))
            .OrderBy(e => e.Position)
            .Select(e => System.Text.Encoding.UTF8.GetString(e.Message.Span))
            .ToList();
        Assert.Equal(expected, Texts("messages"));
        Assert.Equal(expected.Count, Texts("ids").Distinct().Count());
        var first = flows.Streams.Values.First().Events;
        Assert.Equal(
            Enumerable.Range(0, first.Count).Select(i => System.Text.Encoding.UTF8.GetString(first[i].Message.Span)), Texts("stream"));
        Assert.Equal("""{"tooOldLogEventEndIndex": 1}""", result.GetProperty("rejected").GetRawText());
        Assert.Equal(["ünï ☃ \"q\""], Texts("put"));
        Assert.Equal(2, result.GetProperty("tested")[1].GetProperty("eventNumber").GetInt32());
        Assert.Equal(
            ["ResourceAlreadyExistsException True", "ResourceNotFoundException True", "InvalidParameterException True", "ResourceNotFoundException True"],
            Texts("errors"));

        string[] Texts(string member) => [.. result.GetProperty(member).EnumerateArray().Select(item => item.GetString()!)];
    }
}
