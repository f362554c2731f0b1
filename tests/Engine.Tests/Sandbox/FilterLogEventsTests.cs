using System.Net;
using System.Text;

namespace FlowLogs.Tests.Sandbox;

public sealed class FilterLogEventsTests : IDisposable
{
    private readonly SandboxHost _host = new();

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData(10_000)]
    [InlineData(1000)]
    [InlineData(777)]
    public async Task Pages_give_every_event_once_and_in_order(int limit)
    {
        var pages = await PagesAsync(new() { ["limit"] = limit });

        var events = pages.SelectMany(page => page["events"].EnumerateArray()).ToList();
        var stored = _host.Store.Group(SandboxHost.FlowGroup).Streams.Values
            .SelectMany(stream => Enumerable.Range(0, stream.Events.Count).Select(i => (stream.Name, Event: stream.Events[i])))
            .OrderBy(row => row.Event.Timestamp).ThenBy(row => row.Event.IngestionTime).ThenBy(row => row.Event.Sequence)
            .Select(row => $"{row.Name} {row.Event.Timestamp} {row.Event.IngestionTime} {Encoding.UTF8.GetString(row.Event.Message.Span)}");
        Assert.Equal(stored, events.Select(e =>
            $"{e.GetProperty("logStreamName")} {e.GetProperty("timestamp")} {e.GetProperty("ingestionTime")} {e.GetProperty("message")}"));
        var ids = events.Select(e => e.GetProperty("eventId").GetString()!).ToList();
        Assert.All(ids, id => Assert.Matches("^[0-9]{56}$", id));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_page_with_events_has_a_token_and_the_last_page_is_empty()
    {
        var pages = await PagesAsync([]);
        // More than a megabyte of events, so there are three pages without a limit.
        Assert.Equal(3, pages.Count);
        Assert.All(pages[..^1], page => Assert.True(page["events"].GetArrayLength() > 0 && page.NextToken is not null));
        Assert.Equal(0, pages[^1]["events"].GetArrayLength());
        Assert.All(pages, page => Assert.Equal(0, page["searchedLogStreams"].GetArrayLength()));
    }

    [Fact]
    public async Task An_event_keeps_its_id()
    {
        var first = await _host.DoAsync("FilterLogEvents", new { logGroupName = SandboxHost.FlowGroup, limit = 5 });
        var again = await _host.DoAsync("FilterLogEvents", new { logGroupName = SandboxHost.FlowGroup, limit = 3 });
        Assert.Equal(first.Names("events", "eventId")[..3], again.Names("events", "eventId"));
    }

    [Fact]
    public async Task Start_and_end_are_included()
    {
        await _host.MakeStreamAsync("g", "s");
        await _host.PutAsync("g", "s", [.. Enumerable.Range(0, 9).Select(i => (i - 9L, $"{i}"))]);
        Assert.Equal("2,3,4,5,6", await MessagesAsync(new() { ["startTime"] = _host.Now - 7, ["endTime"] = _host.Now - 3 }));
        Assert.Equal("2", await MessagesAsync(new() { ["startTime"] = _host.Now - 7, ["endTime"] = _host.Now - 7 }));
        Assert.Equal("", await MessagesAsync(new() { ["startTime"] = _host.Now - 3, ["endTime"] = _host.Now - 7 }));
        Assert.Equal("8", await MessagesAsync(new() { ["startTime"] = _host.Now - 1, ["endTime"] = long.MaxValue }));
    }

    [Fact]
    public async Task Streams_are_mixed_in_the_order_of_time()
    {
        await MakeThreeStreamsAsync();
        Assert.Equal("a1,b1,a2,ab1,b2,a3", await MessagesAsync(new() { ["limit"] = 1 }));
        Assert.Equal("a1,b1,a2,ab1,b2,a3", await MessagesAsync(new() { ["interleaved"] = false, ["limit"] = 2 }));
    }

    [Theory]
    [InlineData(new[] { "b" }, "b1,b2")]
    [InlineData(new[] { "b", "ab", "b" }, "b1,ab1,b2")]
    public async Task Streams_are_chosen_by_name(string[] names, string expected)
    {
        await MakeThreeStreamsAsync();
        Assert.Equal(expected, await MessagesAsync(new() { ["logStreamNames"] = names, ["limit"] = 2 }));
    }

    [Theory]
    [InlineData("a", "a1,a2,ab1,a3")]
    [InlineData("ab", "ab1")]
    [InlineData("c", "")]
    public async Task Streams_are_chosen_by_prefix(string prefix, string expected)
    {
        await MakeThreeStreamsAsync();
        Assert.Equal(expected, await MessagesAsync(new() { ["logStreamNamePrefix"] = prefix }));
    }

    [Fact]
    public async Task Names_and_prefix_exclude_each_other()
    {
        var answer = await _host.CallAsync(
            "FilterLogEvents", new { logGroupName = SandboxHost.FlowGroup, logStreamNames = new[] { "a" }, logStreamNamePrefix = "a" });
        answer.IsError("InvalidParameterException", "Only one of logStreamNames and logStreamNamePrefix may be specified.");
    }

    [Fact]
    public async Task What_does_not_exist_is_said_so()
    {
        (await _host.CallAsync("FilterLogEvents", new { logGroupName = "none" }))
            .IsError("ResourceNotFoundException", "The specified log group does not exist.");
        (await _host.CallAsync("FilterLogEvents", new { logGroupName = SandboxHost.FlowGroup, logStreamNames = new[] { "none" } }))
            .IsError("ResourceNotFoundException", "The specified log stream does not exist.");
    }

    [Fact]
    public async Task A_group_may_be_given_by_its_identifier()
    {
        var answer = await _host.DoAsync("FilterLogEvents", new
        {
            logGroupIdentifier = "arn:aws:logs:us-east-1:123456789012:log-group:" + SandboxHost.FlowGroup,
            limit = 1,
        });
        Assert.Equal(1, answer["events"].GetArrayLength());
    }

    [Fact]
    public async Task Without_a_limit_a_page_holds_10000_events()
    {
        await _host.MakeStreamAsync("g", "s");
        await _host.PutAsync("g", "s", [.. Enumerable.Repeat((0L, "x"), 10_000)]);
        await _host.PutAsync("g", "s", (0, "y"));
        var pages = await PagesAsync(new() { ["logGroupName"] = "g" });
        Assert.Equal([10_000, 1, 0], pages.Select(page => page["events"].GetArrayLength()));
    }

    [Fact]
    public async Task Events_that_come_in_between_two_pages_are_found_where_they_belong()
    {
        await _host.MakeStreamAsync("g", "s");
        await _host.PutAsync("g", "s", (-30, "a"), (-20, "c"));
        var page = await _host.DoAsync("FilterLogEvents", new { logGroupName = "g", limit = 1 });
        await _host.PutAsync("g", "s", (-40, "too late"), (-30, "same time"), (-25, "b"));
        await _host.DoAsync("CreateLogStream", new { logGroupName = "g", logStreamName = "t" });
        await _host.PutAsync("g", "t", (-10, "d"));

        var rest = await _host.DoAsync("FilterLogEvents", new { logGroupName = "g", nextToken = page.NextToken });

        Assert.Equal(["same time", "b", "c", "d"], rest.Names("events", "message"));
    }

    [Fact]
    public async Task Tokens_are_checked()
    {
        const string Message = "The specified nextToken is invalid.";
        var group = SandboxHost.FlowGroup;
        var token = (await _host.DoAsync("FilterLogEvents", new { logGroupName = group, limit = 1 })).NextToken!;

        object[] bad =
        [
            new { logGroupName = group, nextToken = "x" },
            new { logGroupName = group, nextToken = (token[0] == 'A' ? 'B' : 'A') + token[1..] },
            new { logGroupName = "/aws/lambda/hello", nextToken = token },
            new { logGroupName = group, nextToken = token, startTime = 1 },
            new { logGroupName = group, nextToken = token, filterPattern = "ACCEPT" },
            new { logGroupName = group, nextToken = token, logStreamNamePrefix = "eni" },
        ];
        foreach (var request in bad)
            (await _host.CallAsync("FilterLogEvents", request)).IsError("InvalidParameterException", Message);

        // The size of a page may change under way.
        var next = await _host.DoAsync("FilterLogEvents", new { logGroupName = group, nextToken = token, limit = 2 });
        Assert.Equal(2, next["events"].GetArrayLength());
        _host.Clock.Now += TimeSpan.FromHours(25);
        var late = await _host.CallAsync("FilterLogEvents", new { logGroupName = group, nextToken = token });
        late.IsError("InvalidParameterException", Message);
    }

    [Fact]
    public async Task A_request_that_breaks_the_model_is_refused()
    {
        var answer = await _host.CallAsync("FilterLogEvents", new
        {
            logGroupName = "g",
            logStreamNames = Array.Empty<string>(),
            startTime = -1,
            limit = 10_001,
            filterPattern = new string('a', 1025),
        });
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        var message = answer["message"].GetString()!;
        Assert.StartsWith("4 validation errors detected: ", message);
        Assert.Contains("Value at 'logStreamNames' failed to satisfy constraint: Member must have length greater than or equal to 1", message);
        Assert.Contains("Value '-1' at 'startTime' failed to satisfy constraint: Member must have value greater than or equal to 0", message);
        Assert.Contains("Value '10001' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 10000", message);
        Assert.Contains("a' at 'filterPattern' failed to satisfy constraint: Member must have length less than or equal to 1024", message);
    }

    private async Task MakeThreeStreamsAsync()
    {
        await _host.MakeStreamAsync("g", "b");
        foreach (var name in new[] { "a", "ab" })
            await _host.DoAsync("CreateLogStream", new { logGroupName = "g", logStreamName = name });
        await _host.PutAsync("g", "a", (-90, "a1"), (-70, "a2"), (-10, "a3"));
        await _host.PutAsync("g", "b", (-80, "b1"), (-40, "b2"));
        await _host.PutAsync("g", "ab", (-50, "ab1"));
    }

    private async Task<string> MessagesAsync(Dictionary<string, object> request)
    {
        request["logGroupName"] = "g";
        var pages = await PagesAsync(request);
        return string.Join(',', pages.SelectMany(page => page.Names("events", "message")));
    }

    private Task<List<SandboxAnswer>> PagesAsync(Dictionary<string, object> request)
    {
        request.TryAdd("logGroupName", SandboxHost.FlowGroup);
        return _host.PagesAsync("FilterLogEvents", request);
    }
}
