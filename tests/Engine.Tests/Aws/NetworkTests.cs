using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using FlowLogs.Aws;
using FlowLogs.Aws.Errors;
using FlowLogs.Cloud;

namespace FlowLogs.Tests.Aws;

/// <summary>Retries, time limits, cancellation and connections that fail.</summary>
public sealed class NetworkTests : AwsTestBase
{
    private const string Page = """{"logGroups":[{"logGroupName":"a"}]}""";

    [Theory]
    [InlineData(500, "InternalFailure")]
    [InlineData(503, "ServiceUnavailableException")]
    [InlineData(400, "ThrottlingException")]
    public async Task What_passes_is_tried_again(int status, string type)
    {
        using var server = new ScriptedServer(ScriptedAnswer.Error(type, "Rate exceeded", status), ScriptedAnswer.Ok(Page));
        using var logs = Connect(server.Url);

        var page = await logs.DescribeLogGroupsAsync(null, null, default);

        Assert.Equal("a", Assert.Single(page.Items).LogGroupName);
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(500, "InternalFailure", "ServiceError", FlowErrorKind.Unavailable)]
    [InlineData(503, "ServiceUnavailableException", "ServiceError", FlowErrorKind.Unavailable)]
    [InlineData(502, "", "ServiceError", FlowErrorKind.Unavailable)]
    [InlineData(400, "ThrottlingException", "Throttled", FlowErrorKind.Throttled)]
    [InlineData(429, "", "Throttled", FlowErrorKind.Throttled)]
    public async Task Reading_events_is_tried_once_by_the_client(int status, string type, string id, FlowErrorKind kind)
    {
        using var server = new ScriptedServer(_ => type.Length == 0 ? new ScriptedAnswer(status, "<html>") : ScriptedAnswer.Error(type, "?", status));
        using var logs = Connect(server.Url);

        await Fails(id, kind, () => logs.FilterLogEventsAsync(new LogEventQuery { LogGroupName = "g" }, null, default));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_asked_again()
    {
        using var server = new ScriptedServer(ScriptedAnswer.Ok(Page[..10]), ScriptedAnswer.Ok(Page));
        using var logs = Connect(server.Url);

        var page = await logs.DescribeLogGroupsAsync(null, null, default);

        Assert.Single(page.Items);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_connection_that_breaks_half_way_is_made_again()
    {
        var cut = ScriptedAnswer.Ok(Page) with { Fault = Fault.CutInBody };
        using var server = new ScriptedServer(cut, ScriptedAnswer.Ok(Page));
        using var logs = Connect(server.Url);

        var page = await logs.DescribeLogGroupsAsync(null, null, default);

        Assert.Single(page.Items);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Connections_that_always_break_are_an_error()
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.Ok(Page) with { Fault = Fault.CutInBody });
        using var logs = Connect(server.Url);

        await Fails("ConnectionFailed", FlowErrorKind.Connection, () => logs.DescribeLogGroupsAsync(null, null, default));
    }

    [Fact]
    public async Task A_proxy_is_not_asked_for_what_listens_on_this_machine()
    {
        using var server = new ScriptedServer(ScriptedAnswer.Ok(Page));
        var before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new ClosedProxy();
        try
        {
            // Limits of its own, because connections with the same limits share a client that may be there already.
            using var logs = Connect(server.Url, limits: ClientLimits.Default with { Answer = TimeSpan.FromSeconds(61) });
            Assert.Single((await logs.DescribeLogGroupsAsync(null, null, default)).Items);
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
    }

    [Fact]
    public async Task Throttling_that_does_not_end_is_an_error()
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.Error("ThrottlingException", "Rate exceeded"));
        using var logs = Connect(server.Url);

        await Fails("Throttled", FlowErrorKind.Throttled, () => logs.DescribeLogGroupsAsync(null, null, default));

        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_service_that_stays_down_is_an_error()
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.Error("ServiceUnavailableException", "", 503));
        using var logs = Connect(server.Url);

        await Fails("ServiceError", FlowErrorKind.Unavailable, () => logs.DescribeLogGroupsAsync(null, null, default));
    }

    [Fact]
    public async Task A_refused_connection_is_told_with_the_address()
    {
        var port = ScriptedServer.FreePort();
        using var logs = Connect(new Uri($"http://127.0.0.1:{port}"));

        var error = await Fails("ConnectionRefused", FlowErrorKind.Connection, () => logs.DescribeLogGroupsAsync(null, null, default));

        Assert.Contains($"http://127.0.0.1:{port}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_and_password_in_the_endpoint_are_not_told()
    {
        using var logs = Connect(new Uri($"http://user:{Secret.Replace("/", "%2F", StringComparison.Ordinal)}@127.0.0.1:{ScriptedServer.FreePort()}"));

        var error = await Fails("ConnectionRefused", FlowErrorKind.Connection, () => logs.DescribeLogGroupsAsync(null, null, default));

        Assert.DoesNotContain("user:", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(Fault.HangBeforeHeaders))]
    [InlineData(nameof(Fault.HangInBody))]
    public async Task Cancellation_ends_a_call_that_hangs(string where)
    {
        using var server = new ScriptedServer(ScriptedAnswer.Ok(Page) with { Fault = Enum.Parse<Fault>(where) });
        using var logs = Connect(server.Url);
        using var cancel = new CancellationTokenSource();
        var call = logs.DescribeLogGroupsAsync(null, null, cancel.Token);
        await server.Hanging();
        Assert.False(call.IsCompleted);

        await cancel.CancelAsync();

        // The server still hangs, so without cancellation this would wait for the limit of a minute, three times over.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(TimeSpan.FromSeconds(30), CancellationToken.None));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_cancelled_call_is_not_made()
    {
        using var server = new ScriptedServer();
        using var logs = Connect(server.Url);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => logs.DescribeLogGroupsAsync(null, null, new CancellationToken(canceled: true)));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Cancellation_ends_the_wait_between_two_tries()
    {
        using var cancel = new CancellationTokenSource();
        using var server = new ScriptedServer(_ =>
        {
            cancel.Cancel();
            return ScriptedAnswer.Error("ThrottlingException", "Rate exceeded");
        });
        using var logs = Connect(server.Url);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => logs.DescribeLogGroupsAsync(null, null, cancel.Token));

        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(nameof(Fault.HangBeforeHeaders))]
    [InlineData(nameof(Fault.HangInBody))]
    public async Task An_answer_that_never_ends_is_given_up(string where)
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.Ok(Page) with { Fault = Enum.Parse<Fault>(where) });
        using var logs = Connect(server.Url, limits: ClientLimits.Default with { Answer = TimeSpan.FromMilliseconds(200) });

        await Fails(
            "Timeout",
            FlowErrorKind.Connection,
            () => logs.DescribeLogGroupsAsync(null, null, default).WaitAsync(TimeSpan.FromMinutes(1)));
    }

    public static TheoryData<string, Exception> Causes => new()
    {
        { "HostNotFound", new HttpRequestException(HttpRequestError.NameResolutionError, "?") },
        { "HostNotFound", new HttpRequestException("?", new SocketException((int)SocketError.HostNotFound)) },
        { "ConnectionRefused", new HttpRequestException("?", new SocketException((int)SocketError.ConnectionRefused)) },
        { "ConnectionFailed", new HttpRequestException("?", new SocketException((int)SocketError.NetworkUnreachable)) },
        { "SecureConnectionFailed", new HttpRequestException(HttpRequestError.SecureConnectionError, "?", new AuthenticationException("bad certificate")) },
        { "ConnectionFailed", new HttpRequestException("?", new IOException("reset", new SocketException((int)SocketError.ConnectionReset))) },
        { "ConnectionFailed", new HttpIOException(HttpRequestError.ResponseEnded, "the answer ended early") },
        { "Timeout", new HttpRequestException("?", new SocketException((int)SocketError.TimedOut)) },
        { "Timeout", new TaskCanceledException("?", new TimeoutException()) },
    };

    [Theory]
    [MemberData(nameof(Causes), DisableDiscoveryEnumeration = true)]
    public void A_cause_in_the_network_is_found_under_what_the_SDK_throws(string id, Exception cause)
    {
        var place = new CallPlace("CloudWatch Logs", new Uri("https://logs.eu-wst-1.amazonaws.com"), "eu-wst-1", "the environment", ClientLimits.Default);

        var error = CallErrors.ToFlowLogException(
            new Amazon.Runtime.AmazonClientException("wrapped", cause),
            new CallSubject("FilterLogEvents", "g"),
            place);

        Assert.Equal((id, FlowErrorKind.Connection, "g"), (error.ErrorId, error.Kind, error.Target));
        Assert.Contains("logs.eu-wst-1.amazonaws.com", error.Message, StringComparison.Ordinal);
    }

    private sealed class ClosedProxy : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri GetProxy(Uri destination) => new("http://127.0.0.1:9");

        public bool IsBypassed(Uri host) => false;
    }
}
