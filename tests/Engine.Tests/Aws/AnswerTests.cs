using FlowLogs.Cloud;

namespace FlowLogs.Tests.Aws;

/// <summary>What is made of answers.</summary>
public sealed class AnswerTests : AwsTestBase
{
    private static readonly LogEventQuery Query = new() { LogGroupName = "g", LogStreamNames = ["eni-1"] };

    [Fact]
    public async Task Log_groups_are_read()
    {
        using var server = new ScriptedServer(ScriptedAnswer.Ok("""
            {"logGroups":[
              {"arn":"arn:aws:logs:eu-west-1:1:log-group:a:*","creationTime":1700000000123,"kmsKeyId":"k","logGroupArn":
               "arn:aws:logs:eu-west-1:1:log-group:a","logGroupClass":"STANDARD","logGroupName":"a","metricFilterCount":2,
               "retentionInDays":7,"storedBytes":5000000000,"someMemberOfTomorrow":{"x":[1]}},
              {"arn":"arn:aws:logs:eu-west-1:1:log-group:b:*","logGroupName":"b"}],"nextToken":"n"}
            """));
        using var logs = Connect(server.Url);

        var page = await logs.DescribeLogGroupsAsync(null, null, default);

        Assert.Equal("n", page.NextToken);
        Assert.Equal(["a", "b"], page.Items.Select(g => g.LogGroupName));
        var group = page.Items[0];
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_123), group.CreationTime);
        Assert.Equal(TimeSpan.Zero, group.CreationTime!.Value.Offset);
        Assert.Equal((7, 2, 5_000_000_000, "STANDARD", "k"), (group.RetentionInDays, group.MetricFilterCount, group.StoredBytes, group.LogGroupClass, group.KmsKeyId));
        Assert.Equal("arn:aws:logs:eu-west-1:1:log-group:a", group.LogGroupArn);
        Assert.Equal("arn:aws:logs:eu-west-1:1:log-group:b", page.Items[1].LogGroupArn);
        Assert.Null(page.Items[1].RetentionInDays);
        Assert.Null(page.Items[1].CreationTime);
    }

    [Fact]
    public async Task Log_streams_are_read()
    {
        using var server = new ScriptedServer(ScriptedAnswer.Ok("""
            {"logStreams":[{"arn":"arn","creationTime":1,"firstEventTimestamp":2,"lastEventTimestamp":3,
              "lastIngestionTime":4,"logStreamName":"eni-1","storedBytes":0,"uploadSequenceToken":"u"},{"logStreamName":"eni-2"}]}
            """));
        using var logs = Connect(server.Url);

        var page = await logs.DescribeLogStreamsAsync("g", null, null, default);

        Assert.Null(page.NextToken);
        var stream = page.Items[0];
        Assert.Equal(("g", "eni-1", "arn"), (stream.LogGroupName, stream.LogStreamName, stream.Arn));
        Assert.Equal(
            [1, 2, 3, 4],
            new[] { stream.CreationTime, stream.FirstEventTimestamp, stream.LastEventTimestamp, stream.LastIngestionTime }
                .Select(t => t!.Value.ToUnixTimeMilliseconds()));
        Assert.Null(page.Items[1].LastEventTimestamp);
    }

    [Fact]
    public async Task Found_events_are_read()
    {
        using var server = new ScriptedServer(ScriptedAnswer.Ok("""
            {"events":[
              {"eventId":"e1","ingestionTime":1700000001000,"logStreamName":"eni-1","message":"2 1 eni-1 \u00fc \"q\"\n","timestamp":1700000000000},
              {"message":"x"}],"searchedLogStreams":[],"nextToken":"n"}
            """));
        using var logs = Connect(server.Url);

        var page = await logs.FilterLogEventsAsync(Query, null, default);

        Assert.Equal("n", page.NextToken);
        Assert.Equal(
            [new CloudLogEvent("2 1 eni-1 ü \"q\"", 1_700_000_000_000, 1_700_000_001_000, "eni-1", "e1"), new CloudLogEvent("x", 0, 0, null, null)],
            page.Items);
    }

    [Theory]
    [InlineData("""{"events":[],"nextToken":"n"}""")]
    [InlineData("""{"nextToken":"n"}""")]
    [InlineData("""{"events":null,"nextToken":"n"}""")]
    public async Task An_empty_page_keeps_its_token(string body)
    {
        using var server = new ScriptedServer(ScriptedAnswer.Ok(body));
        using var logs = Connect(server.Url);

        var page = await logs.FilterLogEventsAsync(Query, null, default);

        Assert.Empty(page.Items);
        Assert.Equal("n", page.NextToken);
    }

    [Fact]
    public async Task A_full_page_is_read_in_order()
    {
        var events = Enumerable.Range(0, 10_000).Select(i =>
            $$"""{"eventId":"{{i}}","ingestionTime":1,"logStreamName":"eni-1","message":"{{new string('m', i % 300)}}","timestamp":{{i}}}""");
        using var server = new ScriptedServer(ScriptedAnswer.Ok($$"""{"events":[{{string.Join(',', events)}}]}"""));
        using var logs = Connect(server.Url);

        var page = await logs.FilterLogEventsAsync(Query, null, default);

        Assert.Equal(10_000, page.Items.Count);
        Assert.All(page.Items, (e, i) => Assert.Equal((i, i % 300), (e.Timestamp, e.Message.Length)));
    }

    [Fact]
    public async Task Metric_filters_are_read()
    {
        using var server = new ScriptedServer(ScriptedAnswer.Ok("""
            {"metricFilters":[
              {"creationTime":1700000000000,"filterName":"f","filterPattern":"[a]","logGroupName":"g","metricTransformations":
               [{"defaultValue":0,"dimensions":{"D":"$d"},"metricName":"m","metricNamespace":"n","metricValue":"$bytes","unit":"Bytes"}]},
              {"filterName":"h","filterPattern":"","metricTransformations":[{"metricName":"m","metricNamespace":"n","metricValue":"1","unit":"None"}]}]}
            """));
        using var logs = Connect(server.Url);

        var page = await logs.DescribeMetricFiltersAsync("g", null, null, null, null, default);

        var filter = page.Items[0];
        Assert.Equal(("f", "g", "[a]", "m", "n", "$bytes"), (filter.FilterName, filter.LogGroupName, filter.FilterPattern, filter.MetricName, filter.MetricNamespace, filter.MetricValue));
        Assert.Equal((0d, "Bytes"), (filter.DefaultValue, filter.Unit));
        Assert.Equal("$d", filter.Dimensions["D"]);
        Assert.Equal(1_700_000_000_000, filter.CreationTime!.Value.ToUnixTimeMilliseconds());
        Assert.Equal(("g", null, null), (page.Items[1].LogGroupName, page.Items[1].Unit, page.Items[1].DefaultValue));
        Assert.Empty(page.Items[1].Dimensions);
    }

    [Fact]
    public async Task Matches_are_read()
    {
        using var server = new ScriptedServer(ScriptedAnswer.Ok("""
            {"matches":[{"eventMessage":"1 2","eventNumber":3,"extractedValues":{"$a":"1","$b":"2"}}]}
            """));
        using var logs = Connect(server.Url);

        var match = Assert.Single(await logs.TestMetricFilterAsync("[a, b]", ["1 2"], default));

        Assert.Equal((3L, "1 2", "1", "2"), (match.EventNumber, match.Message, match.ExtractedValues["$a"], match.ExtractedValues["$b"]));
    }

    [Fact]
    public async Task Answers_without_a_body_are_enough_where_nothing_is_told()
    {
        using var server = new ScriptedServer(ScriptedAnswer.Ok(), ScriptedAnswer.Ok(), ScriptedAnswer.Ok());
        using var logs = Connect(server.Url);

        await logs.CreateLogGroupAsync("g", default);
        await logs.DeleteMetricFilterAsync("g", "f", default);
        await logs.DeleteLogGroupAsync("g", default);

        Assert.Equal(3, server.Requests.Count);
    }
}
