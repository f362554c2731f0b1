using FsCheck;
using FsCheck.Xunit;

namespace FlowLogs.Tests.Sandbox;

public sealed class SandboxPagingProperties(SandboxHost host) : IClassFixture<SandboxHost>
{
    private static int _groups;

    [Property(Replay = "20260304,7", MaxTest = 40)]
    public async Task Every_event_is_read_once_whatever_the_pages(NonEmptyArray<byte> times, PositiveInt limit)
    {
        var group = $"paging-{Interlocked.Increment(ref _groups)}";
        await host.MakeStreamAsync(group, "s");
        // In several uploads, so that events of one time have different numbers.
        foreach (var part in times.Get.Chunk(3))
            await host.PutAsync(group, "s", [.. part.Order().Select(time => (time - 256L, $"{time}"))]);
        var expected = times.Get.Order().Select(time => $"{time}").ToList();
        var size = Math.Clamp(limit.Get, 1, 10_000);

        var filtered = await host.PagesAsync("FilterLogEvents", new() { ["logGroupName"] = group, ["limit"] = size });
        Assert.Equal(expected, filtered.SelectMany(page => page.Names("events", "message")));
        Assert.Equal(expected.Count, filtered.SelectMany(page => page.Names("events", "eventId")).Distinct().Count());

        Assert.Equal(expected, await WalkAsync(group, size, forward: true));
        Assert.Equal(expected, await WalkAsync(group, size, forward: false));
    }

    // Goes through the stream by the rule of GetLogEvents: the end is where the token comes back.
    private async Task<List<string>> WalkAsync(string group, int limit, bool forward)
    {
        var member = forward ? "nextForwardToken" : "nextBackwardToken";
        var messages = new List<string>();
        string? token = null;
        while (true)
        {
            var page = await host.DoAsync("GetLogEvents", new
            {
                logGroupName = group,
                logStreamName = "s",
                limit,
                startFromHead = forward,
                nextToken = token,
            });
            messages.InsertRange(forward ? messages.Count : 0, page.Names("events", "message"));
            var next = page[member].GetString();
            if (next == token)
                return messages;
            token = next;
            Assert.True(messages.Count < 10_000, "No end of pages.");
        }
    }
}
