using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using FlowLogs.Cloud;
using FlowLogs.Sandbox;

namespace FlowLogs.Tests.Sandbox;

public sealed class SandboxLifecycleTests
{
    private static readonly FlowSandboxOptions AnyPort = new(Port: 0, Seed: 1);

    [Fact]
    public async Task The_factory_starts_a_sandbox_that_listens()
    {
        // Found by its interface, as the module finds it.
        var type = typeof(FlowSandboxFactory).Assembly.GetExportedTypes().Single(typeof(IFlowSandboxFactory).IsAssignableFrom);
        var factory = (IFlowSandboxFactory)Activator.CreateInstance(type)!;

        using var sandbox = factory.Start(AnyPort);

        Assert.Matches(@"^http://127\.0\.0\.1:\d+/$", sandbox.EndpointUrl.ToString());
        Assert.Equal(HttpStatusCode.OK, await AskAsync(sandbox.EndpointUrl));
    }

    [Fact]
    public async Task The_clock_of_the_machine_gives_logs_up_to_the_last_hour()
    {
        using var sandbox = new FlowSandboxFactory().Start(AnyPort);
        using var client = new HttpClient();
        var request = new HttpRequestMessage(HttpMethod.Post, sandbox.EndpointUrl)
        {
            Content = new StringContent($$"""
                {"logGroupName":"my-flow-log","startTime":{{DateTimeOffset.UtcNow.AddHours(-2).ToUnixTimeMilliseconds()}}}
                """),
            Headers = { { "X-Amz-Target", "Logs_20140328.FilterLogEvents" } },
        };
        using var answer = System.Text.Json.JsonDocument.Parse(await (await client.SendAsync(request)).Content.ReadAsStringAsync());
        var events = answer.RootElement.GetProperty("events").EnumerateArray().ToList();
        Assert.True(events.Count > 100);
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        Assert.All(events, e => Assert.True(e.GetProperty("ingestionTime").GetInt64() <= now));
    }

    [Fact]
    public void Only_loopback_is_bound()
    {
        using var sandbox = new FlowSandboxFactory().Start(AnyPort);
        var listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners()
            .Where(listener => listener.Port == sandbox.EndpointUrl.Port).ToList();
        Assert.NotEmpty(listeners);
        Assert.All(listeners, listener => Assert.True(IPAddress.IsLoopback(listener.Address)));
    }

    [Fact]
    public void A_port_that_is_taken_is_an_error()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var error = Assert.Throws<FlowLogException>(() => new FlowSandboxFactory().Start(new(port, 1)));

        Assert.Equal("PortInUse", error.ErrorId);
        Assert.Equal(port, error.Target);
        Assert.Contains($"{port}", error.Message);
    }

    [Fact]
    public void A_port_that_another_sandbox_has_is_an_error()
    {
        using var first = new FlowSandboxFactory().Start(AnyPort);
        var error = Assert.Throws<FlowLogException>(() => new FlowSandboxFactory().Start(new(first.EndpointUrl.Port, 1)));
        Assert.Equal("PortInUse", error.ErrorId);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(65536)]
    public void A_port_is_a_port_number(int port)
    {
        var error = Assert.Throws<FlowLogException>(() => new FlowSandboxFactory().Start(new(port, 1)));
        Assert.Equal("InvalidPort", error.ErrorId);
    }

    [Fact]
    public async Task A_port_is_free_again_at_once()
    {
        var first = StartOnQuietPort();
        Assert.Equal(HttpStatusCode.OK, await AskAsync(first.EndpointUrl));
        first.Dispose();

        for (var i = 0; i < 3; i++)
        {
            using var next = new FlowSandboxFactory().Start(new(first.EndpointUrl.Port, 1));
            Assert.Equal(first.EndpointUrl, next.EndpointUrl);
            Assert.Equal(HttpStatusCode.OK, await AskAsync(next.EndpointUrl));
        }
    }

    [Fact]
    public async Task Several_sandboxes_run_side_by_side()
    {
        var sandboxes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => new FlowSandboxFactory().Start(AnyPort))));
        Assert.Equal(5, sandboxes.Select(sandbox => sandbox.EndpointUrl.Port).Distinct().Count());
        foreach (var sandbox in sandboxes)
            Assert.Equal(HttpStatusCode.OK, await AskAsync(sandbox.EndpointUrl));
        foreach (var sandbox in sandboxes)
            sandbox.Dispose();
    }

    [Fact]
    public async Task A_sandbox_that_was_stopped_answers_nobody()
    {
        var sandbox = StartOnQuietPort();
        sandbox.Dispose();
        sandbox.Dispose();
        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(sandbox.EndpointUrl));
    }

    [Fact]
    public async Task Stopping_does_not_wait_for_clients()
    {
        var sandbox = new FlowSandboxFactory().Start(AnyPort);
        // One says nothing, one stops in the middle of its request.
        using var silent = new TcpClient();
        await silent.ConnectAsync(IPAddress.Loopback, sandbox.EndpointUrl.Port);
        using var half = new TcpClient();
        await half.ConnectAsync(IPAddress.Loopback, sandbox.EndpointUrl.Port);
        await half.GetStream().WriteAsync("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\n{"u8.ToArray());
        Assert.Equal(HttpStatusCode.OK, await AskAsync(sandbox.EndpointUrl));

        await Task.Run(sandbox.Dispose).WaitAsync(TimeSpan.FromSeconds(60));

        await ReadToEndAsync(silent);
        Assert.DoesNotContain("200 OK", await ReadToEndAsync(half));
    }

    // A port that no system hands out by itself, and not that of another run of the tests, so that nobody takes it while
    // it is free.
    private static IFlowSandbox StartOnQuietPort()
    {
        var first = 21_000 + (Environment.ProcessId % 100 * 100);
        for (var port = first; ; port++)
        {
            try
            {
                return new FlowSandboxFactory().Start(new(port, 1));
            }
            catch (FlowLogException e) when (e.ErrorId == "PortInUse" && port < first + 99)
            {
                // The next one may be free.
            }
        }
    }

    private static async Task<string> ReadToEndAsync(TcpClient client)
    {
        try
        {
            using var reader = new StreamReader(client.GetStream());
            return await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(60));
        }
        catch (IOException)
        {
            // Broken off rather than closed: just as good.
            return "";
        }
    }

    private static async Task<HttpStatusCode> AskAsync(Uri endpoint)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint)
        {
            Content = new StringContent("{}"),
            Headers = { { "X-Amz-Target", "Logs_20140328.DescribeLogGroups" } },
        };
        return (await client.SendAsync(request)).StatusCode;
    }
}
