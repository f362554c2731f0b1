namespace FlowLogs.Tests.Sandbox;

public sealed class LogStreamOperationsTests : IDisposable
{
    private readonly SandboxHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Streams_are_listed_by_name_with_their_members()
    {
        var answer = await _host.DoAsync("DescribeLogStreams", new { logGroupName = SandboxHost.FlowGroup });

        var names = answer.Names("logStreams", "logStreamName");
        Assert.Equal(4, names.Length);
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.All(names, name => Assert.Matches("^eni-[0-9a-f]{17}-all$", name));
        foreach (var stream in answer["logStreams"].EnumerateArray())
        {
            var (first, last) = (stream.GetProperty("firstEventTimestamp").GetInt64(), stream.GetProperty("lastEventTimestamp").GetInt64());
            Assert.True(first < last && last < stream.GetProperty("lastIngestionTime").GetInt64());
            Assert.Equal(0, stream.GetProperty("storedBytes").GetInt64());
            Assert.EndsWith(
                $":log-group:my-flow-log:log-stream:{stream.GetProperty("logStreamName")}", stream.GetProperty("arn").GetString());
            Assert.Matches("^[0-9]{56}$", stream.GetProperty("uploadSequenceToken").GetString());
        }
    }

    [Theory]
    [InlineData("my-flow-log")]
    [InlineData("arn:aws:logs:us-east-1:123456789012:log-group:my-flow-log")]
    public async Task A_group_may_be_given_by_its_identifier(string identifier)
    {
        var answer = await _host.DoAsync("DescribeLogStreams", new { logGroupIdentifier = identifier });
        Assert.Equal(4, answer["logStreams"].GetArrayLength());
    }

    [Fact]
    public async Task A_group_is_given_in_exactly_one_way()
    {
        const string Message = "Exactly one of logGroupName and logGroupIdentifier must be specified.";
        var none = await _host.CallAsync("DescribeLogStreams", new { });
        none.IsError("InvalidParameterException", Message);
        var both = await _host.CallAsync("DescribeLogStreams", new { logGroupName = "a", logGroupIdentifier = "a" });
        both.IsError("InvalidParameterException", Message);
    }

    [Fact]
    public async Task An_empty_stream_has_no_times()
    {
        await _host.MakeStreamAsync("g", "s");
        var stream = (await _host.DoAsync("DescribeLogStreams", new { logGroupName = "g" }))["logStreams"][0];
        Assert.Equal(["logStreamName", "creationTime", "arn", "storedBytes"], stream.EnumerateObject().Select(member => member.Name));
        Assert.Equal(_host.Now, stream.GetProperty("creationTime").GetInt64());
    }

    [Theory]
    [InlineData(false, new[] { "s0", "s1", "s2", "s3", "s4", "s5", "s6" })]
    [InlineData(true, new[] { "s6", "s5", "s4", "s3", "s2", "s1", "s0" })]
    public async Task Streams_are_ordered_by_name(bool descending, string[] expected)
    {
        await MakeStreamsAsync();
        Assert.Equal(expected, await NamesAsync(new() { ["descending"] = descending, ["limit"] = 2 }));
    }

    [Theory]
    [InlineData(false, new[] { "s1", "s3", "s0", "s4", "s5", "s6", "s2" })]
    [InlineData(true, new[] { "s2", "s6", "s5", "s4", "s0", "s3", "s1" })]
    public async Task Streams_are_ordered_by_their_last_event(bool descending, string[] expected)
    {
        await MakeStreamsAsync();
        Assert.Equal(expected, await NamesAsync(new() { ["orderBy"] = "LastEventTime", ["descending"] = descending, ["limit"] = 3 }));
    }

    [Fact]
    public async Task A_prefix_chooses_streams()
    {
        await MakeStreamsAsync();
        await _host.DoAsync("CreateLogStream", new { logGroupName = "g", logStreamName = "other/[$LATEST]x" });
        Assert.Equal(["other/[$LATEST]x"], await NamesAsync(new() { ["logStreamNamePrefix"] = "other/[" }));
    }

    [Fact]
    public async Task A_prefix_does_not_go_with_order_by_time()
    {
        var answer = await _host.CallAsync(
            "DescribeLogStreams", new { logGroupName = "g", logStreamNamePrefix = "s", orderBy = "LastEventTime" });
        answer.IsError("InvalidParameterException", "Cannot order by LastEventTime with a logStreamNamePrefix.");
    }

    [Fact]
    public async Task A_token_belongs_to_its_question()
    {
        await MakeStreamsAsync();
        var token = (await _host.DoAsync("DescribeLogStreams", new { logGroupName = "g", limit = 1 })).NextToken;
        var answer = await _host.CallAsync("DescribeLogStreams", new { logGroupName = "g", descending = true, nextToken = token });
        answer.IsError("InvalidParameterException", "The specified nextToken is invalid.");
    }

    [Fact]
    public async Task An_unknown_order_is_refused()
    {
        var answer = await _host.CallAsync("DescribeLogStreams", new { logGroupName = "g", orderBy = "Size" });
        answer.IsError(
            "InvalidParameterException",
            "1 validation error detected: Value at 'orderBy' failed to satisfy constraint: Member must satisfy enum value set: [LogStreamName, LastEventTime]");
    }

    [Fact]
    public async Task What_does_not_exist_is_said_so()
    {
        const string NoGroup = "The specified log group does not exist.";
        const string NoStream = "The specified log stream does not exist.";
        (await _host.CallAsync("DescribeLogStreams", new { logGroupName = "none" })).IsError("ResourceNotFoundException", NoGroup);
        (await _host.CallAsync("CreateLogStream", new { logGroupName = "none", logStreamName = "s" })).IsError("ResourceNotFoundException", NoGroup);
        (await _host.CallAsync("DeleteLogStream", new { logGroupName = "none", logStreamName = "s" })).IsError("ResourceNotFoundException", NoGroup);
        await _host.MakeStreamAsync("g", "s");
        (await _host.CallAsync("DeleteLogStream", new { logGroupName = "g", logStreamName = "t" })).IsError("ResourceNotFoundException", NoStream);
    }

    [Fact]
    public async Task A_stream_is_made_once_and_removed()
    {
        await _host.MakeStreamAsync("g", "s");
        var twice = await _host.CallAsync("CreateLogStream", new { logGroupName = "g", logStreamName = "s" });
        twice.IsError("ResourceAlreadyExistsException", "The specified log stream already exists");

        await _host.DoAsync("DeleteLogStream", new { logGroupName = "g", logStreamName = "s" });
        Assert.Equal(0, (await _host.DoAsync("DescribeLogStreams", new { logGroupName = "g" }))["logStreams"].GetArrayLength());
    }

    [Theory]
    [InlineData("a:b")]
    [InlineData("a*b")]
    public async Task Some_characters_are_not_for_stream_names(string name)
    {
        var answer = await _host.CallAsync("CreateLogStream", new { logGroupName = "g", logStreamName = name });
        answer.IsError(
            "InvalidParameterException",
            $"1 validation error detected: Value '{name}' at 'logStreamName' failed to satisfy constraint: Member must satisfy regular expression pattern: [^:*]*");
    }

    // s1 and s3 are empty; s4, s5 and s6 end at the same time.
    private async Task MakeStreamsAsync()
    {
        await _host.MakeStreamAsync("g", "s0");
        foreach (var i in Enumerable.Range(1, 6))
            await _host.DoAsync("CreateLogStream", new { logGroupName = "g", logStreamName = $"s{i}" });
        await _host.PutAsync("g", "s2", (-10, "x"));
        await _host.PutAsync("g", "s0", (-5000, "x"));
        foreach (var i in Enumerable.Range(4, 3))
            await _host.PutAsync("g", $"s{i}", (-9000, "x"), (-3000, "x"));
    }

    private async Task<string[]> NamesAsync(Dictionary<string, object> request)
    {
        request["logGroupName"] = "g";
        var pages = await _host.PagesAsync("DescribeLogStreams", request);
        return [.. pages.SelectMany(page => page.Names("logStreams", "logStreamName"))];
    }
}
