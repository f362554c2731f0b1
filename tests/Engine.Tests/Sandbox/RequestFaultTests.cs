using System.Net;
using System.Net.Http.Headers;
using FlowLogs.Cloud;

namespace FlowLogs.Tests.Sandbox;

/// <summary>The faults that strike any request.</summary>
public sealed class RequestFaultTests : IDisposable
{
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(30) };
    private SandboxHost _host = null!;

    public void Dispose()
    {
        _client.Dispose();
        _host?.Dispose();
    }

    [Theory]
    [InlineData(FlowSandboxFault.Throttling, new[] { 400, 429, 503 })]
    [InlineData(FlowSandboxFault.ServerError, new[] { 500, 503 })]
    public async Task Answers_with_an_error_twice_at_most(FlowSandboxFault fault, int[] statuses)
    {
        Start(1, fault);
        var seen = new List<int>();
        for (var i = 0; i < 30; i++)
            seen.Add((int)(await DescribeGroupsAsync("call")).StatusCode);

        Assert.All(seen.Chunk(3), three => Assert.Equal(200, three[2]));
        Assert.All(seen.Chunk(3), three => Assert.All(three[..2], status => Assert.Contains(status, statuses)));
        Assert.Equal(statuses, seen.Where(status => status != 200).Distinct().Order());
    }

    [Theory]
    [InlineData(FlowSandboxFault.Throttling, "SlowDown")]
    [InlineData(FlowSandboxFault.ServerError, "InternalFailure", "ServiceUnavailable")]
    public async Task Speaks_the_language_of_the_service(FlowSandboxFault fault, params string[] codes)
    {
        Start(1, fault);
        var error = await _host.S3Async("GET", "/my-flow-log-bucket?list-type=2");
        Assert.Contains(error.Text("Code"), codes);
        Assert.True((int)error.Status >= 500);
    }

    [Fact]
    public async Task Resets_connections_before_and_in_the_middle_of_answers()
    {
        Start(1, FlowSandboxFault.Reset);
        var (before, middle) = (0, 0);
        for (var i = 0; i < 30; i++)
        {
            try
            {
                using var response = await SendAsync($"{i / 3}", HttpCompletionOption.ResponseHeadersRead);
                try
                {
                    await response.Content.ReadAsByteArrayAsync();
                    Assert.Equal(2, i % 3);
                }
                catch (Exception e) when (e is HttpRequestException or IOException)
                {
                    middle++;
                }
            }
            catch (HttpRequestException e)
            {
                Assert.NotEqual(2, i % 3);
                Assert.IsAssignableFrom<IOException>(e.InnerException);
                before++;
            }
        }

        Assert.Equal(20, before + middle);
        Assert.True(before > 0, "Some answers have not begun.");
    }

    [Fact]
    public async Task Cuts_bodies_short()
    {
        Start(1, FlowSandboxFault.Truncate);
        for (var i = 0; i < 12; i++)
        {
            if (i % 3 == 2)
                Assert.Equal(HttpStatusCode.OK, (await DescribeGroupsAsync("call")).StatusCode);
            else
                await Assert.ThrowsAnyAsync<HttpRequestException>(() => DescribeGroupsAsync("call"));
        }
    }

    [Fact]
    public async Task Cuts_objects_short_and_gives_them_whole_in_the_end()
    {
        Start(1, FlowSandboxFault.Truncate, FlowSandboxFault.Reset);
        var stored = _host.Buckets.Bucket("my-flow-log-bucket").Objects[0];
        for (var i = 0; i < 2; i++)
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => _client.GetByteArrayAsync(new Uri(_host.EndpointUrl, "my-flow-log-bucket/" + stored.Key)));
        Assert.Equal(stored.Content.ToArray(), await _client.GetByteArrayAsync(new Uri(_host.EndpointUrl, "my-flow-log-bucket/" + stored.Key)));
    }

    [Fact]
    public async Task Answers_slowly_but_well()
    {
        Start(1, FlowSandboxFault.Slow);
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, (await DescribeGroupsAsync("call")).StatusCode);
    }

    [Fact]
    public async Task Fails_in_the_same_way_for_the_same_seed()
    {
        var runs = new List<string>();
        foreach (var seed in (int[])[3, 3, 4])
        {
            using var host = new SandboxHost(new FlowSandboxOptions(0, seed)
            {
                Faults = [FlowSandboxFault.Throttling, FlowSandboxFault.ServerError],
                FaultRate = 0.4,
            });
            var statuses = new List<int>();
            for (var i = 0; i < 40; i++)
                statuses.Add((int)(await host.CallAsync("DescribeLogGroups", new { })).Status);
            runs.Add(string.Join(' ', statuses));
        }

        Assert.Equal(runs[0], runs[1]);
        Assert.NotEqual(runs[0], runs[2]);
        Assert.InRange(runs[0].Split(' ').Count(status => status != "200"), 8, 24);
    }

    [Fact]
    public async Task Passes_everything_on_where_nothing_is_to_fail()
    {
        Start(0, FlowSandboxFault.Reset, FlowSandboxFault.Truncate);
        var events = (await _host.PagesAsync("FilterLogEvents", new() { ["logGroupName"] = SandboxHost.FlowGroup }))
            .Sum(page => page["events"].GetArrayLength());
        Assert.Equal(_host.Store.Group(SandboxHost.FlowGroup).Streams.Values.Sum(stream => stream.Events.Count), events);
    }

    private void Start(double rate, params FlowSandboxFault[] faults) =>
        _host = new SandboxHost(new FlowSandboxOptions(0, 7) { Faults = faults, FaultRate = rate });

    private async Task<HttpResponseMessage> DescribeGroupsAsync(string call)
    {
        var response = await SendAsync(call, HttpCompletionOption.ResponseContentRead);
        return response;
    }

    private Task<HttpResponseMessage> SendAsync(string call, HttpCompletionOption completion) => _client.SendAsync(
        new HttpRequestMessage(HttpMethod.Post, _host.EndpointUrl)
        {
            Content = new StringContent("{}", new MediaTypeHeaderValue("application/x-amz-json-1.1")),
            Headers = { { "X-Amz-Target", "Logs_20140328.DescribeLogGroups" }, { "amz-sdk-invocation-id", call } },
        },
        completion);
}
