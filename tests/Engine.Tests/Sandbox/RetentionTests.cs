namespace FlowLogs.Tests.Sandbox;

/// <summary>Events that are too old for their group.</summary>
public sealed class RetentionTests : IDisposable
{
    private const long Day = 24L * 60 * 60 * 1000;

    private readonly SandboxHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Hides_events_that_are_too_old()
    {
        await _host.MakeStreamAsync("g", "s");
        await _host.PutAsync("g", "s", ((-2 * Day) - 1, "old"), (-(2 * Day) + 60_000, "soon old"));
        await _host.PutAsync("g", "s", (0, "new"));
        await _host.DoAsync("PutRetentionPolicy", new { logGroupName = "g", retentionInDays = 1 });
        Assert.Equal(["new"], await MessagesAsync());
        var groups = await _host.DoAsync("DescribeLogGroups", new { logGroupNamePrefix = "g" });
        Assert.Equal((1, 26L + 3), (groups["logGroups"][0].GetProperty("retentionInDays").GetInt32(), groups["logGroups"][0].GetProperty("storedBytes").GetInt64()));

        _host.Clock.Now += TimeSpan.FromDays(2);
        Assert.Empty(await MessagesAsync());
        var streams = await _host.DoAsync("DescribeLogStreams", new { logGroupName = "g" });
        Assert.False(streams["logStreams"][0].TryGetProperty("firstEventTimestamp", out _));

        await _host.DoAsync("DeleteRetentionPolicy", new { logGroupName = "g" });
        await _host.PutAsync("g", "s", (-3 * Day, "kept"));
        Assert.Equal(["kept"], await MessagesAsync());
    }

    [Fact]
    public async Task Says_which_events_of_an_upload_are_too_old_for_the_group()
    {
        await _host.MakeStreamAsync("g", "s");
        await _host.DoAsync("PutRetentionPolicy", new { logGroupName = "g", retentionInDays = 3 });
        var put = await _host.PutAsync("g", "s", (-15 * Day, "a"), (-4 * Day, "b"), (0, "c"));
        Assert.Equal("""{"tooOldLogEventEndIndex":1,"expiredLogEventEndIndex":2}""", put["rejectedLogEventsInfo"].ToString());
        Assert.Equal(["c"], await MessagesAsync());
    }

    [Fact]
    public async Task Knows_only_the_service_s_numbers_of_days()
    {
        await _host.MakeStreamAsync("g", "s");
        var error = await _host.CallAsync("PutRetentionPolicy", new { logGroupName = "g", retentionInDays = 2 });
        Assert.Equal("InvalidParameterException", error["__type"].GetString());
        Assert.Contains("at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: [1, 3, 5, 7, ", error["message"].GetString());
    }

    private async Task<string[]> MessagesAsync() =>
        (await _host.DoAsync("FilterLogEvents", new { logGroupName = "g" })).Names("events", "message");
}
