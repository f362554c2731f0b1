using FlowLogs.Cloud;

namespace FlowLogs.Tests.Cloud;

public class FlowFormatFinderTests
{
    private static readonly FlowLogDestination Group = FlowLogDestination.OfLogGroup("group");

    [Fact]
    public async Task The_different_formats_come_in_the_order_in_which_their_flow_logs_were_made()
    {
        var network = new ScriptedNetwork(
            Log("fl-3", "${start} ${end}", 30), Log("fl-2", "${version} ${srcaddr}", 20), Log("fl-0", "${start}", 0, group: "other"),
            Log("fl-1", "${start} ${end}", 10), Log("fl-4", "${", 5), Log("fl-5", null, 5));

        var found = await Find(network);

        Assert.Equal(["${start} ${end}", "${version} ${srcaddr}"], found.Formats.Select(static f => f.ToString()));
        Assert.Contains("fl-1", found.Explanation, StringComparison.Ordinal);
        Assert.Contains("group", found.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EC2_is_asked_once_for_each_place_and_identity_until_a_flow_log_is_made()
    {
        var network = new ScriptedNetwork(Log("fl-1", "${start}", 1));
        await Find(network);
        await Find(network);
        Assert.Equal(1, network.Asked);

        Assert.Empty((await FlowFormatFinder.FindAsync(network, network, FlowLogDestination.OfLogGroup("other"), default)).Formats);
        Assert.Equal(2, network.Asked);

        var same = new ScriptedNetwork { Identity = network.Identity };
        Assert.Single((await Find(same)).Formats);
        var another = new ScriptedNetwork();
        Assert.Empty((await Find(another)).Formats);
        Assert.Equal((0, 1), (same.Asked, another.Asked));

        FlowFormatFinder.Forget();
        await Find(network);
        Assert.Equal(3, network.Asked);
    }

    [Fact]
    public async Task A_failure_is_no_error_and_is_not_repeated()
    {
        var network = new ScriptedNetwork(Log("fl-1", "${start}", 1))
        {
            Instead = static _ => throw new FlowLogException("AccessDenied", FlowErrorKind.PermissionDenied, "You may not."),
        };

        var found = await Find(network);
        network.Instead = null;

        Assert.Empty(found.Formats);
        Assert.Contains("You may not.", found.Explanation, StringComparison.Ordinal);
        Assert.Same(found, await Find(network));
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_given_up()
    {
        var network = new ScriptedNetwork { Instead = static stop => Task.Delay(Timeout.Infinite, stop) };

        var found = await Find(network);

        Assert.Empty(found.Formats);
        Assert.Contains("did not answer", found.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_cancels_gets_no_answer_and_leaves_none_behind()
    {
        using var cancel = new CancellationTokenSource();
        var network = new ScriptedNetwork(Log("fl-1", "${start}", 1))
        {
            Instead = async stop =>
            {
                await cancel.CancelAsync();
                stop.ThrowIfCancellationRequested();
            },
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FlowFormatFinder.FindAsync(network, network, Group, cancel.Token));

        network.Instead = null;
        Assert.Single((await Find(network)).Formats);
    }

    [Theory]
    [InlineData(false, false, true)]
    [InlineData(false, true, true)]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    public async Task The_real_EC2_is_not_asked_for_what_lies_in_an_emulator(bool readerElsewhere, bool networkElsewhere, bool isAsked)
    {
        var network = new ScriptedNetwork(Log("fl-1", "${start}", 1)) { HasOwnEndpoint = networkElsewhere };
        using var reader = new ScriptedNetwork { HasOwnEndpoint = readerElsewhere };

        var found = await FlowFormatFinder.FindAsync(network, reader, Group, default);

        Assert.Equal(isAsked ? 1 : 0, network.Asked);
        Assert.Equal(isAsked ? 1 : 0, found.Formats.Count);
    }

    private static Task<FoundFormats> Find(ScriptedNetwork network) => FlowFormatFinder.FindAsync(network, network, Group, default);

    private static FlowLog Log(string id, string? format, int second, string group = "group") => new()
    {
        FlowLogId = id,
        LogFormat = format,
        LogGroupName = group,
        CreationTime = DateTimeOffset.UnixEpoch.AddSeconds(second),
    };
}
