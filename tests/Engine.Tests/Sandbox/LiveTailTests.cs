using System.Buffers.Binary;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace FlowLogs.Tests.Sandbox;

/// <summary>Live tail sessions and the messages that they are made of.</summary>
public sealed class LiveTailTests : IDisposable
{
    private readonly SandboxHost _host = new();
    private readonly HttpClient _client = new();

    public void Dispose()
    {
        _client.Dispose();
        _host.Dispose();
    }

    [Fact]
    public async Task Sends_what_comes_in_and_matches()
    {
        await _host.MakeStreamAsync("g", "one");
        await _host.DoAsync("CreateLogStream", new { logGroupName = "g", logStreamName = "two" });
        await using var stream = await OpenAsync(new
        {
            logGroupIdentifiers = new[] { "arn:aws:logs:us-east-1:123456789012:log-group:g" },
            logStreamNamePrefixes = new[] { "o" },
            logEventFilterPattern = "hit",
        });
        Assert.Equal(("initial-response", "{}"), await ReadRawAsync(stream));
        var (type, start) = await ReadAsync(stream);
        Assert.Equal("sessionStart", type);
        Assert.Equal("hit", start.GetProperty("logEventFilterPattern").GetString());

        await _host.PutAsync("g", "one", (0, "hit 1"), (0, "miss"), (1, "hit 2"));
        await _host.PutAsync("g", "two", (0, "hit 3"));
        var rows = await NextRowsAsync(stream);
        Assert.Equal(["hit 1", "hit 2"], rows.Select(row => row.GetProperty("message").GetString()));
        Assert.Equal(("one", "123456789012:g", _host.Now), (
            rows[0].GetProperty("logStreamName").GetString(), rows[0].GetProperty("logGroupIdentifier").GetString(), rows[0].GetProperty("timestamp").GetInt64()));

        // Nothing more has come: an empty update. After three hours the session ends with an exception.
        Assert.Equal(0, (await ReadAsync(stream)).Json.GetProperty("sessionResults").GetArrayLength());
        _host.Clock.Now += TimeSpan.FromHours(3);
        while ((type, start) is not ("SessionTimeoutException", _))
            (type, start) = await ReadAsync(stream);
        Assert.Equal(0, await stream.ReadAsync(new byte[1]));
    }

    [Fact]
    public async Task Sends_a_sample_of_more_than_500_events()
    {
        await _host.MakeStreamAsync("g", "s");
        await using var stream = await OpenAsync(new { logGroupIdentifiers = new[] { "g" } });
        await ReadRawAsync(stream);
        await ReadAsync(stream);
        await _host.PutAsync("g", "s", [.. Enumerable.Range(0, 501).Select(i => (0L, $"{i}"))]);

        JsonElement update;
        do
            update = (await ReadAsync(stream)).Json;
        while (update.GetProperty("sessionResults").GetArrayLength() == 0);
        Assert.True(update.GetProperty("sessionMetadata").GetProperty("sampled").GetBoolean());
        Assert.Equal(500, update.GetProperty("sessionResults").EnumerateArray().Select(r => r.GetProperty("message").GetString()).Distinct().Count());
    }

    [Theory]
    [InlineData("""{"logGroupIdentifiers":["none"]}""", "ResourceNotFoundException", "The specified log group does not exist.")]
    [InlineData("""{"logGroupIdentifiers":["my-flow-log"],"logStreamNames":["a"],"logStreamNamePrefixes":["a"]}""", "InvalidParameterException", "Only one of logStreamNames and logStreamNamePrefixes may be specified.")]
    [InlineData("""{"logGroupIdentifiers":["my-flow-log","/aws/lambda/hello"],"logStreamNames":["a"]}""", "InvalidParameterException", "Log streams can be specified for a single log group only.")]
    [InlineData("""{"logGroupIdentifiers":[]}""", "InvalidParameterException", "1 validation error detected: Value at 'logGroupIdentifiers' failed to satisfy constraint: Member must have length greater than or equal to 1")]
    public async Task Refuses_with_a_plain_answer(string request, string type, string message) =>
        (await _host.CallAsync("StartLiveTail", request)).IsError(type, message);

    private async Task<Stream> OpenAsync(object request)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, _host.EndpointUrl)
        {
            Content = new StringContent(JsonSerializer.Serialize(request), new MediaTypeHeaderValue("application/x-amz-json-1.1")),
            Headers = { { "X-Amz-Target", "Logs_20140328.StartLiveTail" } },
        };
        var response = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("application/vnd.amazon.eventstream", response.Content.Headers.ContentType?.MediaType);
        return await response.Content.ReadAsStreamAsync();
    }

    private static async Task<JsonElement[]> NextRowsAsync(Stream stream)
    {
        while (true)
        {
            var (type, json) = await ReadAsync(stream);
            Assert.Equal("sessionUpdate", type);
            Assert.False(json.GetProperty("sessionMetadata").GetProperty("sampled").GetBoolean());
            if (json.GetProperty("sessionResults") is var rows && rows.GetArrayLength() > 0)
                return [.. rows.EnumerateArray()];
        }
    }

    private static async Task<(string Type, JsonElement Json)> ReadAsync(Stream stream)
    {
        var (type, payload) = await ReadRawAsync(stream);
        return (type, JsonElement.Parse(payload));
    }

    private static async Task<(string Type, string Payload)> ReadRawAsync(Stream stream)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var prelude = new byte[12];
        await stream.ReadExactlyAsync(prelude, patience.Token);
        var (total, headers) = (Number(prelude, 0), Number(prelude, 4));
        Assert.Equal((uint)Number(prelude, 8), Checksum(prelude.AsSpan(0, 8)));
        var message = new byte[total];
        prelude.CopyTo(message, 0);
        await stream.ReadExactlyAsync(message.AsMemory(12), patience.Token);
        Assert.Equal((uint)Number(message, total - 4), Checksum(message.AsSpan(0, total - 4)));

        var names = new Dictionary<string, string>();
        for (var i = 12; i < 12 + headers;)
        {
            var name = Encoding.ASCII.GetString(message, i + 1, message[i]);
            i += 1 + message[i];
            Assert.Equal(7, message[i]);
            var length = BinaryPrimitives.ReadUInt16BigEndian(message.AsSpan(i + 1));
            names[name] = Encoding.ASCII.GetString(message, i + 3, length);
            i += 3 + length;
        }

        var type = names[":message-type"] == "event" ? names[":event-type"] : names[":exception-type"];
        return (type, Encoding.UTF8.GetString(message, 12 + headers, total - headers - 16));
    }

    private static int Number(byte[] bytes, int start) => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(start));

    // Bit by bit, so that it is not the code under test.
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var i = 0; i < 8; i++)
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
