using System.Text;
using System.Text.Json;
using Amazon.Runtime.EventStreams;

namespace FlowLogs.Tests.Aws;

/// <summary>The messages of a live tail as bytes.</summary>
internal static class LiveTailFrames
{
    public static byte[] Start() => Event("sessionStart", """{"sessionId":"s","requestId":"r","logGroupIdentifiers":["arn"]}""");

    /// <summary>An update with these messages; the timestamp is the message's length.</summary>
    public static byte[] Update(bool sampled, params string[] messages) => Event("sessionUpdate", JsonSerializer.Serialize(new
    {
        sessionMetadata = new { sampled },
        sessionResults = messages.Select(static m => new
        {
            ingestionTime = 2000,
            logGroupIdentifier = "123456789012:g",
            logStreamName = "eni-1-all",
            message = m,
            timestamp = m.Length,
        }),
    }));

    public static byte[] Event(string type, string payload) =>
        Frame(payload, (":message-type", "event"), (":event-type", type), (":content-type", "application/json"));

    public static byte[] Exception(string type, string message) => Frame(
        JsonSerializer.Serialize(new { message }), (":message-type", "exception"), (":exception-type", type), (":content-type", "application/json"));

    private static byte[] Frame(string payload, params (string Name, string Value)[] headers)
    {
        List<IEventStreamHeader> all = [];
        foreach (var (name, value) in headers)
        {
            var header = new EventStreamHeader(name);
            header.SetString(value);
            all.Add(header);
        }

        return new EventStreamMessage(all, Encoding.UTF8.GetBytes(payload)).ToByteArray();
    }
}
