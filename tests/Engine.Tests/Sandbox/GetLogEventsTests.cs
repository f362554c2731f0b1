using System.Net;

namespace FlowLogs.Tests.Sandbox;

public sealed class GetLogEventsTests : IDisposable
{
    private readonly SandboxHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Forward_pages_end_where_the_token_comes_back()
    {
        await PutNineAsync();

        var pages = new List<SandboxAnswer> { await GetAsync(new() { ["startFromHead"] = true, ["limit"] = 3 }) };
        for (var i = 0; i < 4; i++)
        {
            _host.Clock.Now += TimeSpan.FromMinutes(1);
            pages.Add(await GetAsync(new() { ["startFromHead"] = true, ["limit"] = 3, ["nextToken"] = Forward(pages[^1]) }));
        }

        Assert.Equal(["0,1,2", "3,4,5", "6,7,8", "", ""], pages.Select(Messages));
        Assert.Equal(Forward(pages[2]), Forward(pages[3]));
        Assert.Equal(Forward(pages[3]), Forward(pages[4]));
        Assert.Equal(3, pages.Select(Forward).Distinct().Count());
    }

    [Fact]
    public async Task Backward_pages_end_where_the_token_comes_back()
    {
        await PutNineAsync();

        var pages = new List<SandboxAnswer> { await GetAsync(new() { ["limit"] = 4 }) };
        for (var i = 0; i < 4; i++)
        {
            _host.Clock.Now += TimeSpan.FromMinutes(1);
            pages.Add(await GetAsync(new() { ["limit"] = 4, ["nextToken"] = Backward(pages[^1]) }));
        }

        Assert.Equal(["5,6,7,8", "1,2,3,4", "0", "", ""], pages.Select(Messages));
        Assert.Equal(Backward(pages[2]), Backward(pages[3]));
        Assert.Equal(Backward(pages[3]), Backward(pages[4]));
    }

    [Fact]
    public async Task One_can_turn_round_anywhere()
    {
        await PutNineAsync();
        var middle = await GetAsync(new() { ["startFromHead"] = true, ["limit"] = 3 });
        middle = await GetAsync(new() { ["startFromHead"] = true, ["limit"] = 3, ["nextToken"] = Forward(middle) });
        Assert.Equal("3,4,5", Messages(middle));

        Assert.Equal("1,2", Messages(await GetAsync(new() { ["limit"] = 2, ["nextToken"] = Backward(middle) })));
        Assert.Equal("6,7", Messages(await GetAsync(new() { ["limit"] = 2, ["nextToken"] = Forward(middle) })));

        // At either end the token for the way back leads to the nearest events.
        var end = await GetAsync(new() { ["nextToken"] = Forward(await GetAsync([])) });
        Assert.Equal("", Messages(end));
        Assert.Equal("7,8", Messages(await GetAsync(new() { ["limit"] = 2, ["nextToken"] = Backward(end) })));
        var head = await GetAsync(new() { ["nextToken"] = Backward(await GetAsync(new() { ["startFromHead"] = true })) });
        Assert.Equal("", Messages(head));
        Assert.Equal("0,1", Messages(await GetAsync(new() { ["limit"] = 2, ["nextToken"] = Forward(head) })));
    }

    [Fact]
    public async Task Start_is_included_and_end_is_not()
    {
        await PutNineAsync();
        var page = await GetAsync(new() { ["startFromHead"] = true, ["startTime"] = _host.Now - 7, ["endTime"] = _host.Now - 3 });
        Assert.Equal("2,3,4,5", Messages(page));
        page = await GetAsync(new() { ["startTime"] = _host.Now - 7, ["endTime"] = _host.Now - 7 });
        Assert.Equal("", Messages(page));
        page = await GetAsync(new() { ["startTime"] = _host.Now - 3, ["endTime"] = _host.Now - 7 });
        Assert.Equal("", Messages(page));
        page = await GetAsync(new() { ["limit"] = 2, ["endTime"] = _host.Now - 3 });
        Assert.Equal("4,5", Messages(page));
        page = await GetAsync(new() { ["startFromHead"] = true, ["startTime"] = long.MaxValue, ["endTime"] = long.MaxValue });
        Assert.Equal("", Messages(page));
    }

    [Fact]
    public async Task Tokens_have_56_digits()
    {
        await PutNineAsync();
        var page = await GetAsync(new() { ["startFromHead"] = true });
        Assert.Matches("^f/3[0-9]{55}/s$", Forward(page));
        Assert.Matches("^b/3[0-9]{55}/s$", Backward(page));
    }

    [Fact]
    public async Task The_end_of_a_stream_is_followed()
    {
        await _host.MakeStreamAsync("g", "s");
        var token = Forward(await GetAsync(new() { ["startFromHead"] = true }));
        Assert.Equal(token, Forward(await GetAsync(new() { ["startFromHead"] = true, ["nextToken"] = token })));

        await _host.PutAsync("g", "s", (0, "new"), (0, "newer"));
        var page = await GetAsync(new() { ["startFromHead"] = true, ["nextToken"] = token });
        Assert.Equal("new,newer", Messages(page));

        await _host.PutAsync("g", "s", (0, "newest"));
        page = await GetAsync(new() { ["startFromHead"] = true, ["nextToken"] = Forward(page) });
        Assert.Equal("newest", Messages(page));
    }

    [Fact]
    public async Task A_page_holds_at_most_a_megabyte()
    {
        await _host.MakeStreamAsync("g", "s");
        for (var i = 0; i < 5; i++)
            await _host.PutAsync("g", "s", (i, new string((char)('0' + i), 400_000)));

        var page = await GetAsync(new() { ["startFromHead"] = true });
        Assert.Equal("01", Firsts(page));
        page = await GetAsync(new() { ["startFromHead"] = true, ["nextToken"] = Forward(page) });
        Assert.Equal("23", Firsts(page));
        page = await GetAsync([]);
        Assert.Equal("34", Firsts(page));

        static string Firsts(SandboxAnswer page) => string.Concat(page.Names("events", "message").Select(m => m[0]));
    }

    [Fact]
    public async Task A_page_holds_at_most_10000_events()
    {
        await _host.MakeStreamAsync("g", "s");
        await _host.PutAsync("g", "s", [.. Enumerable.Repeat((0L, "x"), 10_000)]);
        await _host.PutAsync("g", "s", (0, "x"));
        var page = await GetAsync(new() { ["startFromHead"] = true });
        Assert.Equal(10_000, page["events"].GetArrayLength());
        page = await GetAsync(new() { ["startFromHead"] = true, ["nextToken"] = Forward(page) });
        Assert.Equal(1, page["events"].GetArrayLength());
    }

    [Fact]
    public async Task Tokens_are_checked()
    {
        const string Message = "The specified nextToken is invalid.";
        await PutNineAsync();
        await _host.DoAsync("CreateLogStream", new { logGroupName = "g", logStreamName = "other" });
        var token = Forward(await GetAsync(new() { ["limit"] = 2, ["startFromHead"] = true }));

        var changed = token[..20] + (char)('0' + ((token[20] - '0' + 1) % 10)) + token[21..];
        foreach (var bad in new[] { "x", "f/1", changed, token[..^2], "c" + token[1..], token.Replace('3', 'x') })
        {
            var answer = await _host.CallAsync("GetLogEvents", new { logGroupName = "g", logStreamName = "s", nextToken = bad });
            answer.IsError("InvalidParameterException", Message);
        }

        var other = await _host.CallAsync("GetLogEvents", new { logGroupName = "g", logStreamName = "other", nextToken = token });
        other.IsError("InvalidParameterException", Message);
        _host.Clock.Now += TimeSpan.FromHours(25);
        var late = await _host.CallAsync("GetLogEvents", new { logGroupName = "g", logStreamName = "s", nextToken = token });
        late.IsError("InvalidParameterException", Message);
    }

    [Fact]
    public async Task A_group_may_be_given_by_its_identifier()
    {
        await PutNineAsync();
        var answer = await _host.DoAsync("GetLogEvents", new
        {
            logGroupIdentifier = "arn:aws:logs:us-east-1:123456789012:log-group:g",
            logStreamName = "s",
        });
        Assert.Equal(9, answer["events"].GetArrayLength());
    }

    [Fact]
    public async Task What_does_not_exist_is_said_so()
    {
        (await _host.CallAsync("GetLogEvents", new { logGroupName = "none", logStreamName = "s" }))
            .IsError("ResourceNotFoundException", "The specified log group does not exist.");
        (await _host.CallAsync("GetLogEvents", new { logGroupName = SandboxHost.FlowGroup, logStreamName = "s" }))
            .IsError("ResourceNotFoundException", "The specified log stream does not exist.");
    }

    [Theory]
    [InlineData(0, "greater than or equal to 1")]
    [InlineData(10_001, "less than or equal to 10000")]
    public async Task A_limit_has_limits(int limit, string constraint)
    {
        var answer = await _host.CallAsync("GetLogEvents", new { logGroupName = "g", logStreamName = "s", limit });
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.EndsWith($"Member must have value {constraint}", answer["message"].GetString());
    }

    private async Task PutNineAsync()
    {
        await _host.MakeStreamAsync("g", "s");
        await _host.PutAsync("g", "s", [.. Enumerable.Range(0, 9).Select(i => (i - 9L, $"{i}"))]);
    }

    private Task<SandboxAnswer> GetAsync(Dictionary<string, object> request)
    {
        request["logGroupName"] = "g";
        request["logStreamName"] = "s";
        return _host.DoAsync("GetLogEvents", request);
    }

    private static string Messages(SandboxAnswer page) => string.Join(',', page.Names("events", "message"));

    private static string Forward(SandboxAnswer page) => page["nextForwardToken"].GetString()!;

    private static string Backward(SandboxAnswer page) => page["nextBackwardToken"].GetString()!;
}
