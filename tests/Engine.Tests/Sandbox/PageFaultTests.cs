using System.Net;
using System.Text;
using FlowLogs.Cloud;

namespace FlowLogs.Tests.Sandbox;

/// <summary>The faults that strike pages of events.</summary>
public sealed class PageFaultTests
{
    private static readonly FlowSandboxFault[] All =
    [
        FlowSandboxFault.EmptyPages, FlowSandboxFault.RepeatedTokens, FlowSandboxFault.ExpiredTokens,
        FlowSandboxFault.DuplicateEvents, FlowSandboxFault.OutOfOrderPages,
    ];

    [Theory]
    [InlineData(FlowSandboxFault.EmptyPages)]
    [InlineData(FlowSandboxFault.RepeatedTokens)]
    [InlineData(FlowSandboxFault.ExpiredTokens)]
    [InlineData(FlowSandboxFault.DuplicateEvents)]
    [InlineData(FlowSandboxFault.OutOfOrderPages)]
    public async Task Filtering_meets_the_fault_and_comes_to_the_end(FlowSandboxFault fault)
    {
        using var host = Start(1, 7, fault);
        var read = await FilterAsync(host, 500);
        AssertComplete(host, read);
        // One empty page is the end; pages that change places have one between them.
        Assert.True(fault != FlowSandboxFault.EmptyPages || read.EmptyPages > 2);
        Assert.Equal(
            (fault == FlowSandboxFault.RepeatedTokens, fault == FlowSandboxFault.ExpiredTokens),
            (read.RepeatedTokens > 0, read.ExpiredTokens > 0));
        Assert.Equal(fault == FlowSandboxFault.DuplicateEvents, read.Ids.Count > read.Ids.Distinct().Count());
        Assert.Equal(fault == FlowSandboxFault.OutOfOrderPages, read.IsOutOfOrder);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Filtering_loses_nothing_with_all_faults(int seed)
    {
        using var host = Start(0.5, seed, All);
        AssertComplete(host, await FilterAsync(host, 173));
    }

    [Fact]
    public async Task Pages_change_places_as_well()
    {
        using var host = Start(0.5, 7, FlowSandboxFault.OutOfOrderPages);
        var read = await FilterAsync(host, 100);
        AssertComplete(host, read);
        Assert.True(read.PageStarts.Zip(read.PageStarts.Skip(1)).Any(pair => pair.Second < pair.First - 60_000), "Some page is earlier than the one before.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reading_a_stream_loses_nothing(bool forward)
    {
        using var host = Start(0.6, 5, All);
        var stream = host.Store.Group(SandboxHost.FlowGroup).Streams.Values.First();
        var (read, token, empty, expired) = (new List<string>(), (string?)null, 0, 0);
        while (true)
        {
            var page = await host.CallAsync("GetLogEvents", new
            {
                logGroupName = SandboxHost.FlowGroup,
                logStreamName = stream.Name,
                startFromHead = forward,
                limit = 50,
                nextToken = token,
            });
            if (page.Status == HttpStatusCode.BadRequest)
            {
                page.IsError("InvalidParameterException", "The specified nextToken is invalid.");
                expired++;
                continue;
            }

            empty += page["events"].GetArrayLength() == 0 ? 1 : 0;
            read.AddRange(page.Names("events", "message"));
            var next = page[forward ? "nextForwardToken" : "nextBackwardToken"].GetString();
            if (next == token)
                break;
            token = next;
        }

        var expected = Enumerable.Range(0, stream.Events.Count).Select(i => Encoding.UTF8.GetString(stream.Events[i].Message.Span)).ToList();
        Assert.Equal(expected.Order(StringComparer.Ordinal), read.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(forward, read.Count > expected.Count);
        Assert.True(empty > 1 && expired > 0, $"{empty} empty pages, {expired} expired tokens");
    }

    [Fact]
    public async Task Late_events_come_after_later_ones()
    {
        using var host = Start(0.3, 7, FlowSandboxFault.LateEvents);
        await host.MakeStreamAsync("g", "s");
        await host.PutAsync("g", "s", [.. Enumerable.Range(0, 200).Select(i => ((long)i, $"{i}"))]);
        var first = await MessagesAsync(host);
        Assert.InRange(first.Length, 100, 180);
        host.Clock.Now += TimeSpan.FromSeconds(8);
        var second = await MessagesAsync(host);
        Assert.True(second.Length > first.Length);
        Assert.True(second.Except(first).Min(int.Parse) < first.Max(int.Parse));
        host.Clock.Now += TimeSpan.FromSeconds(8);
        Assert.Equal(200, (await MessagesAsync(host)).Length);
        var stream = await host.DoAsync("GetLogEvents", new { logGroupName = "g", logStreamName = "s" });
        Assert.Equal(200, stream["events"].GetArrayLength());
    }

    private static SandboxHost Start(double rate, int seed, params FlowSandboxFault[] faults) =>
        new(new FlowSandboxOptions(0, seed) { Faults = faults, FaultRate = rate });

    private static async Task<string[]> MessagesAsync(SandboxHost host) =>
        (await host.DoAsync("FilterLogEvents", new { logGroupName = "g" })).Names("events", "message");

    private static void AssertComplete(SandboxHost host, Reading read)
    {
        var expected = host.Store.Group(SandboxHost.FlowGroup).Streams.Values.Sum(stream => stream.Events.Count);
        Assert.Equal(expected, read.Ids.Distinct().Count());
    }

    // A client as it should be: ends only where there is no token, tries a refused token again, and counts.
    private static async Task<Reading> FilterAsync(SandboxHost host, int limit)
    {
        var read = new Reading();
        string? token = null;
        for (var calls = 0; ; calls++)
        {
            Assert.True(calls < 5000, "No end of pages.");
            var page = await host.CallAsync("FilterLogEvents", new { logGroupName = SandboxHost.FlowGroup, limit, nextToken = token });
            if (page.Status == HttpStatusCode.BadRequest)
            {
                page.IsError("InvalidParameterException", "The specified nextToken is invalid.");
                read.ExpiredTokens++;
                continue;
            }

            read.Add(page, token);
            if (page.NextToken is null)
                return read;
            token = page.NextToken;
        }
    }

    private sealed class Reading
    {
        private readonly HashSet<string> _seen = [];
        private long _last;

        public List<string> Ids { get; } = [];

        public List<long> PageStarts { get; } = [];

        public int EmptyPages { get; private set; }

        public int RepeatedTokens { get; private set; }

        public int ExpiredTokens { get; set; }

        public bool IsOutOfOrder { get; private set; }

        public void Add(SandboxAnswer page, string? sentToken)
        {
            foreach (var item in page["events"].EnumerateArray())
            {
                var id = item.GetProperty("eventId").GetString()!;
                var isNew = _seen.Add(id);
                Ids.Add(id);
                var time = item.GetProperty("timestamp").GetInt64();
                IsOutOfOrder |= isNew && time < _last;
                _last = Math.Max(_last, time);
            }

            if (page["events"] is var events && events.GetArrayLength() > 0)
                PageStarts.Add(events.EnumerateArray().Min(item => item.GetProperty("timestamp").GetInt64()));
            else
                EmptyPages++;
            RepeatedTokens += sentToken is not null && page.NextToken == sentToken ? 1 : 0;
        }
    }
}
