using Amazon;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using Amazon.Runtime;
using FlowLogs.Cloud;

namespace FlowLogs.Tests.Aws;

/// <summary>Calls of StartLiveTail.</summary>
public sealed class LiveTailTests : AwsTestBase
{
    private const string Arn = "arn:aws:logs:eu-west-1:123456789012:log-group:g";

    private static readonly LiveTailQuery Query = new() { LogGroupArn = Arn + ":*", LogStreamNames = ["s"], FilterPattern = "x" };

    [Fact]
    public async Task Updates_come_while_the_answer_goes_on()
    {
        using var server = new LiveTailServer();
        using var logs = Connect(server.Url);
        server.Send(LiveTailFrames.Start(), LiveTailFrames.Update(false, "a\n"));
        await using var updates = logs.StartLiveTailAsync(Query, default).GetAsyncEnumerator();

        Assert.True(await updates.MoveNextAsync());
        Assert.False(updates.Current.IsSampled);
        Assert.Equal([new CloudLogEvent("a", 2, 2000, "eni-1-all", null)], updates.Current.Events);
        Assert.Equal(
            $$"""Logs_20140328.StartLiveTail {"logGroupIdentifiers":["{{Arn}}"],"logStreamNames":["s"],"logEventFilterPattern":"x"}""",
            await server.Request);

        server.Send(LiveTailFrames.Update(true));
        Assert.True(await updates.MoveNextAsync());
        Assert.True(updates.Current.IsSampled);
        Assert.Empty(updates.Current.Events);

        server.End();
        Assert.False(await updates.MoveNextAsync());
    }

    [Fact]
    public async Task The_end_after_three_hours_is_an_end()
    {
        using var server = new LiveTailServer();
        using var logs = Connect(server.Url);
        server.Send(LiveTailFrames.Exception("SessionTimeoutException", "Three hours."));
        await using var updates = logs.StartLiveTailAsync(Query, default).GetAsyncEnumerator();
        Assert.False(await updates.MoveNextAsync());
    }

    [Fact]
    public async Task What_breaks_is_a_broken_connection()
    {
        var changed = LiveTailFrames.Update(false, "a");
        changed[^10] ^= 1;
        foreach (var frame in new[] { changed, LiveTailFrames.Exception("SessionStreamingException", "Broken.") })
        {
            using var server = new LiveTailServer();
            using var logs = Connect(server.Url);
            server.Send(frame);
            await Fails("ConnectionFailed", FlowErrorKind.Connection, async () =>
            {
                await foreach (var update in logs.StartLiveTailAsync(Query, default))
                    Assert.Fail($"{update} came.");
            });
        }
    }

    [Fact]
    public async Task Cancelling_ends_a_silent_session()
    {
        using var server = new LiveTailServer();
        using var logs = Connect(server.Url);
        using var stop = new CancellationTokenSource();
        server.Send(LiveTailFrames.Update(false));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in logs.StartLiveTailAsync(Query, stop.Token))
                await stop.CancelAsync();
        });
    }

    [Theory]
    [InlineData("UnknownOperationException", "ServiceError", FlowErrorKind.ServiceError)]
    [InlineData("AccessDeniedException", "AccessDenied", FlowErrorKind.PermissionDenied)]
    [InlineData("LimitExceededException", "LimitExceeded", FlowErrorKind.LimitExceeded)]
    [InlineData("ResourceNotFoundException", "LogGroupNotFound", FlowErrorKind.NotFound)]
    public async Task Refusals_are_errors_as_everywhere(string code, string id, FlowErrorKind kind)
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.Error(code, "The log group is not for you."));
        using var logs = Connect(server.Url);
        await Fails(id, kind, async () =>
        {
            await foreach (var update in logs.StartLiveTailAsync(Query, default))
                Assert.Fail($"{update} came.");
        });
    }

    [Fact]
    public async Task In_AWS_it_has_a_host_of_its_own()
    {
        var handler = new NotingHandler();
        using var client = new AmazonCloudWatchLogsClient(
            new BasicAWSCredentials(AccessKey, Secret),
            new AmazonCloudWatchLogsConfig { RegionEndpoint = RegionEndpoint.EUWest1, HttpClientFactory = handler, MaxErrorRetry = 0 });
        await Assert.ThrowsAnyAsync<Exception>(() => client.StartLiveTailAsync(new StartLiveTailRequest { LogGroupIdentifiers = [Arn] }));
        await Assert.ThrowsAnyAsync<Exception>(() => client.FilterLogEventsAsync(new FilterLogEventsRequest { LogGroupName = "g" }));
        Assert.Equal(["streaming-logs.eu-west-1.amazonaws.com", "logs.eu-west-1.amazonaws.com"], handler.Hosts);
    }

    /// <summary>Notes where a request would go, and sends none.</summary>
    private sealed class NotingHandler : HttpClientFactory
    {
        public List<string> Hosts { get; } = [];

        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(Hosts));

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        private sealed class Handler(List<string> hosts) : HttpMessageHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                hosts.Add(request.RequestUri!.Host);
                throw new HttpRequestException("No request leaves the test.");
            }
        }
    }
}
