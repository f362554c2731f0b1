using System.Net;

namespace FlowLogs.Tests.Sandbox;

public sealed class PutLogEventsTests : IDisposable
{
    private const long Hour = 60 * 60 * 1000;
    private const long Day = 24 * Hour;

    private readonly SandboxHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Events_are_kept_as_they_were_sent()
    {
        await _host.MakeStreamAsync("g", "s");
        var messages = new[] { "plain", "quotes \" and \\ and \t and \n", "é 漢 😀", "{\"a\":1}", " " };

        var answer = await _host.PutAsync("g", "s", [.. messages.Select((message, i) => (-10L + i, message))]);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Matches("^[0-9]{56}$", answer["nextSequenceToken"].GetString());
        Assert.False(answer.Body.TryGetProperty("rejectedLogEventsInfo", out _));
        var read = await _host.DoAsync("GetLogEvents", new { logGroupName = "g", logStreamName = "s", startFromHead = true });
        Assert.Equal(messages, read.Names("events", "message"));
        Assert.Equal(messages.Select((_, i) => $"{_host.Now - 10 + i}"), read.Names("events", "timestamp"));
        Assert.All(read["events"].EnumerateArray(), e => Assert.Equal(_host.Now, e.GetProperty("ingestionTime").GetInt64()));
        var bytes = messages.Sum(System.Text.Encoding.UTF8.GetByteCount) + (26 * messages.Length);
        Assert.Equal(bytes, _host.Store.Group("g").StoredBytes);
    }

    [Fact]
    public async Task Events_of_one_time_stand_in_the_order_they_came_in()
    {
        await _host.MakeStreamAsync("g", "s");
        await _host.PutAsync("g", "s", (-30, "A1"), (-20, "B1"), (-10, "C1"));
        _host.Clock.Now += TimeSpan.FromMilliseconds(5);
        await _host.PutAsync("g", "s", (-35, "A2"), (-25, "B2"), (-15, "C2"));
        await _host.PutAsync("g", "s", (-100, "first"));

        var read = await _host.DoAsync("GetLogEvents", new { logGroupName = "g", logStreamName = "s", startFromHead = true });

        Assert.Equal(["first", "A1", "A2", "B1", "B2", "C1", "C2"], read.Names("events", "message"));
    }

    [Fact]
    public async Task A_batch_must_be_in_order()
    {
        await _host.MakeStreamAsync("g", "s");
        var answer = await _host.PutAsync("g", "s", (-1, "late"), (-2, "early"));
        answer.IsError("InvalidParameterException", "Log events in a single PutLogEvents request must be in chronological order.");
        Assert.Equal(0, _host.Store.Group("g").Stream("s").Events.Count);
    }

    [Fact]
    public async Task Too_old_and_too_new_events_are_left_out()
    {
        await _host.MakeStreamAsync("g", "s");

        var answer = await _host.PutAsync(
            "g",
            "s",
            (-16 * Day, "old-0"),
            ((-14 * Day) - 1, "old-1"),
            (-2 * Hour, "valid-2"),
            (2 * Hour, "valid-3"),
            ((2 * Hour) + 1, "new-4"),
            (4 * Hour, "new-5"));

        var info = answer["rejectedLogEventsInfo"];
        Assert.Equal(2, info.GetProperty("tooOldLogEventEndIndex").GetInt32());
        Assert.Equal(4, info.GetProperty("tooNewLogEventStartIndex").GetInt32());
        Assert.Equal(["valid-2", "valid-3"], await MessagesAsync());
    }

    [Theory]
    [InlineData(-15 * Day, "tooOldLogEventEndIndex", 1)]
    [InlineData(3 * Hour, "tooNewLogEventStartIndex", 0)]
    public async Task A_batch_may_be_left_out_as_a_whole(long offset, string member, int index)
    {
        await _host.MakeStreamAsync("g", "s");
        var answer = await _host.PutAsync("g", "s", (offset, "x"));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal([member], answer["rejectedLogEventsInfo"].EnumerateObject().Select(m => m.Name));
        Assert.Equal(index, answer["rejectedLogEventsInfo"].GetProperty(member).GetInt32());
        Assert.Empty(await MessagesAsync());
    }

    [Theory]
    [InlineData(-14 * Day)]
    [InlineData(2 * Hour)]
    public async Task An_event_may_be_just_old_or_new_enough(long offset)
    {
        await _host.MakeStreamAsync("g", "s");
        Assert.False((await _host.PutAsync("g", "s", (offset, "x"))).Body.TryGetProperty("rejectedLogEventsInfo", out _));
        Assert.Equal(["x"], await MessagesAsync());
    }

    [Fact]
    public async Task A_batch_spans_at_most_a_day()
    {
        await _host.MakeStreamAsync("g", "s");
        Assert.Equal(HttpStatusCode.OK, (await _host.PutAsync("g", "s", (-Day, "a"), (0, "b"))).Status);
        // Events that are left out do not count.
        Assert.Equal(HttpStatusCode.OK, (await _host.PutAsync("g", "s", (-16 * Day, "x"), (-Day, "c"), (0, "d"), (3 * Hour, "x"))).Status);

        var answer = await _host.PutAsync("g", "s", (-Day - 1, "e"), (0, "f"));

        answer.IsError("InvalidParameterException", "The batch of log events in a single PutLogEvents request cannot span more than 24 hours.");
        Assert.Equal(["a", "c", "b", "d"], await MessagesAsync());
    }

    [Fact]
    public async Task Sizes_count_in_bytes_with_26_for_each_event()
    {
        await _host.MakeStreamAsync("g", "s");
        Assert.Equal(HttpStatusCode.OK, (await _host.PutAsync("g", "s", (0, new string('é', 524_275)))).Status);

        var large = await _host.PutAsync("g", "s", (0, new string('é', 524_276)));
        large.IsError("InvalidParameterException", "Log event too large: 1048578 bytes exceeds limit of 1048576");

        var half = new string('a', 524_262);
        Assert.Equal(HttpStatusCode.OK, (await _host.PutAsync("g", "s", (0, half), (0, half))).Status);
        var many = await _host.PutAsync("g", "s", (0, half), (0, half + "a"));
        many.IsError("InvalidParameterException", "Upload too large: 1048577 bytes exceeds limit of 1048576");
    }

    [Fact]
    public async Task A_batch_has_1_to_10000_events()
    {
        await _host.MakeStreamAsync("g", "s");
        Assert.Equal(HttpStatusCode.OK, (await _host.PutAsync("g", "s", [.. Enumerable.Repeat((0L, "x"), 10_000)])).Status);

        var many = await _host.PutAsync("g", "s", [.. Enumerable.Repeat((0L, "x"), 10_001)]);
        many.IsError("InvalidParameterException", "1 validation error detected: Value at 'logEvents' failed to satisfy constraint: Member must have length less than or equal to 10000");
        var none = await _host.PutAsync("g", "s");
        none.IsError("InvalidParameterException", "1 validation error detected: Value at 'logEvents' failed to satisfy constraint: Member must have length greater than or equal to 1");
    }

    [Fact]
    public async Task What_is_wrong_with_events_is_said_with_their_number()
    {
        var answer = await _host.CallAsync("PutLogEvents", """
            {"logGroupName":"g","logStreamName":"s","logEvents":[{"timestamp":1,"message":"x"},{"timestamp":-1,"message":""},{"message":"x"}]}
            """);
        answer.IsError(
            "InvalidParameterException",
            "3 validation errors detected: Value '-1' at 'logEvents.2.member.timestamp' failed to satisfy constraint: Member must have value greater than or equal to 0; "
            + "Value '' at 'logEvents.2.member.message' failed to satisfy constraint: Member must have length greater than or equal to 1; "
            + "Value null at 'logEvents.3.member.timestamp' failed to satisfy constraint: Member must not be null");
    }

    [Fact]
    public async Task Group_and_stream_must_exist()
    {
        (await _host.PutAsync("none", "s", (0, "x"))).IsError("ResourceNotFoundException", "The specified log group does not exist.");
        (await _host.PutAsync(SandboxHost.FlowGroup, "s", (0, "x"))).IsError("ResourceNotFoundException", "The specified log stream does not exist.");
    }

    [Fact]
    public async Task Any_sequence_token_will_do()
    {
        await _host.MakeStreamAsync("g", "s");
        await _host.DoAsync("PutLogEvents", new
        {
            logGroupName = "g",
            logStreamName = "s",
            sequenceToken = "nonsense",
            logEvents = new[] { new { timestamp = _host.Now, message = "x" } },
        });
        Assert.Equal(["x"], await MessagesAsync());
    }

    private async Task<string[]> MessagesAsync()
    {
        var read = await _host.DoAsync("GetLogEvents", new { logGroupName = "g", logStreamName = "s", startFromHead = true });
        return read.Names("events", "message");
    }
}
