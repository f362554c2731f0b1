using System.Net;
using System.Text;
using System.Text.Json;
using FlowLogs.Cloud;
using FlowLogs.Sandbox;
using FlowLogs.Sandbox.Samples;
using FlowLogs.Sandbox.Store;
using FlowLogs.Sandbox.Store.Metrics;

namespace FlowLogs.Tests.Sandbox;

/// <summary>A sandbox with a clock that stands still, and a client for it.</summary>
public sealed class SandboxHost : IDisposable
{
    /// <summary>Where the generated logs end.</summary>
    internal static readonly DateTimeOffset LogEnd = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    internal const string FlowGroup = "my-flow-log";

    private readonly FlowSandbox _sandbox;
    private readonly HttpClient _client;

    public SandboxHost()
        : this(new FlowSandboxOptions(Port: 0, Seed: 7))
    {
    }

    internal SandboxHost(FlowSandboxOptions options)
    {
        _sandbox = new FlowSandbox(options, Clock, LogEnd);
        _client = new HttpClient { BaseAddress = _sandbox.EndpointUrl };
    }

    internal TestClock Clock { get; } = new(LogEnd.AddMinutes(30));

    internal long Now => Clock.Now.ToUnixTimeMilliseconds();

    internal LogStore Store => _sandbox.Store;

    internal MetricStore Metrics => _sandbox.Metrics;

    internal AlarmStore Alarms => _sandbox.Alarms;

    internal LiveTraffic? Live => _sandbox.Live;

    internal BucketStore Buckets => _sandbox.Buckets;

    internal FlowLogStore FlowLogs => _sandbox.FlowLogs;

    internal Uri EndpointUrl => _sandbox.EndpointUrl;

    /// <summary>Calls an operation of CloudWatch that must succeed.</summary>
    internal async Task<SandboxAnswer> MetricsAsync(string operation, object request)
    {
        var answer = await CallAsync(operation, request, "GraniteServiceVersion20100801.");
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Body.ToString());
        return answer;
    }

    /// <summary>Calls an operation with a request that is an object or JSON text.</summary>
    internal Task<SandboxAnswer> CallAsync(string operation, object request, string targetPrefix = "Logs_20140328.")
    {
        var json = request as string ?? JsonSerializer.Serialize(request);
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new StringContent(json, Encoding.UTF8, "application/x-amz-json-1.1"),
            Headers = { { "X-Amz-Target", targetPrefix + operation } },
        });
    }

    /// <summary>Calls an operation that must succeed.</summary>
    internal async Task<SandboxAnswer> DoAsync(string operation, object request)
    {
        var answer = await CallAsync(operation, request);
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Body.ToString());
        return answer;
    }

    internal async Task<SandboxAnswer> SendAsync(HttpRequestMessage request)
    {
        using var response = await _client.SendAsync(request);
        using var body = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        var requestId = response.Headers.TryGetValues("x-amzn-RequestId", out var ids) ? ids.Single() : null;
        return new(response.StatusCode, response.Content.Headers.ContentType?.MediaType, requestId, body.RootElement.Clone());
    }

    /// <summary>Sends a request to S3.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">Path and parameters, encoded.</param>
    /// <param name="body">The body, if there is one.</param>
    /// <param name="headers">Headers, as <c>name: value</c>.</param>
    internal Task<SandboxXmlAnswer> S3Async(string method, string path, byte[]? body = null, params string[] headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
            request.Content = new ByteArrayContent(body);
        foreach (var header in headers.Select(header => header.Split(": ", 2)))
        {
            if (!request.Headers.TryAddWithoutValidation(header[0], header[1]))
                request.Content!.Headers.TryAddWithoutValidation(header[0], header[1]);
        }

        return SendForXmlAsync(request);
    }

    /// <summary>Calls an operation of EC2.</summary>
    internal Task<SandboxXmlAnswer> Ec2Async(string action, params (string Name, string Value)[] parameters) =>
        SendForXmlAsync(new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new FormUrlEncodedContent(
            [
                new("Action", action),
                new("Version", "2016-11-15"),
                .. parameters.Select(p => KeyValuePair.Create(p.Name, p.Value)),
            ]),
        });

    internal async Task<SandboxXmlAnswer> SendForXmlAsync(HttpRequestMessage request)
    {
        using var response = await _client.SendAsync(request);
        var headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        return new(response.StatusCode, headers, await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Makes a group with one stream.</summary>
    internal async Task MakeStreamAsync(string group, string stream)
    {
        await DoAsync("CreateLogGroup", new { logGroupName = group });
        await DoAsync("CreateLogStream", new { logGroupName = group, logStreamName = stream });
    }

    /// <summary>Uploads events, given as milliseconds relative to now and message.</summary>
    internal Task<SandboxAnswer> PutAsync(string group, string stream, params (long Offset, string Message)[] events) =>
        CallAsync("PutLogEvents", new
        {
            logGroupName = group,
            logStreamName = stream,
            logEvents = events.Select(e => new { timestamp = Now + e.Offset, message = e.Message }),
        });

    /// <summary>Every page of an operation that gives a nextToken.</summary>
    internal async Task<List<SandboxAnswer>> PagesAsync(string operation, Dictionary<string, object> request)
    {
        var pages = new List<SandboxAnswer>();
        string? token;
        do
        {
            pages.Add(await DoAsync(operation, request));
            token = pages[^1].NextToken;
            if (token is not null)
                request["nextToken"] = token;
            Assert.True(pages.Count < 1000, "No end of pages.");
        }
        while (token is not null);
        return pages;
    }

    public void Dispose()
    {
        _client.Dispose();
        _sandbox.Dispose();
    }
}
