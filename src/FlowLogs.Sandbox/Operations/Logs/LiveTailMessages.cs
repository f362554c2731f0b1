using System.Buffers;
using System.Text.Json;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Protocol.EventStream;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Operations.Logs;

/// <summary>The messages of a live tail session.</summary>
internal static class LiveTailMessages
{
    private const long LongestSession = 3L * 60 * 60 * 1000;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Sends messages until the session has lasted three hours by the store's clock, or is cancelled.</summary>
    public static async Task SendAsync(
        Stream output, ReadOnlyMemory<byte> start, LiveTailSession session, LogStore store, CancellationToken cancellationToken)
    {
        var end = store.Now + LongestSession;
        await output.WriteAsync(EventStreamMessage.Event("initial-response", "{}"u8), cancellationToken);
        await output.WriteAsync(start, cancellationToken);
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(cancellationToken) && store.Now < end)
        {
            var rows = session.Fetch(out var isSampled);
            await output.WriteAsync(Update(rows, isSampled), cancellationToken);
        }

        await output.WriteAsync(
            EventStreamMessage.Exception("SessionTimeoutException", """{"message":"Session timed out."}"""u8), cancellationToken);
    }

    /// <summary>The first message, which repeats what was asked for.</summary>
    public static byte[] Start(
        string requestId,
        IReadOnlyList<string> groups,
        IReadOnlyList<string>? names,
        IReadOnlyList<string>? prefixes,
        string pattern) => Event("sessionStart", writer =>
        {
            writer.WriteString("requestId", requestId);
            writer.WriteString("sessionId", Guid.NewGuid().ToString());
            WriteTexts(writer, "logGroupIdentifiers", groups);
            WriteTexts(writer, "logStreamNames", names ?? []);
            WriteTexts(writer, "logStreamNamePrefixes", prefixes ?? []);
            writer.WriteString("logEventFilterPattern", pattern);
        });

    private static byte[] Update(List<LiveTailSession.Row> rows, bool isSampled) => Event("sessionUpdate", writer =>
    {
        writer.WriteStartObject("sessionMetadata");
        writer.WriteBoolean("sampled", isSampled);
        writer.WriteEndObject();
        writer.WriteStartArray("sessionResults");
        foreach (var (group, stream, added) in rows)
        {
            writer.WriteStartObject();
            writer.WriteString("logGroupIdentifier", $"{LogStore.AccountId}:{group.Name}");
            writer.WriteString(EventMembers.LogStreamName, stream.JsonName);
            writer.WriteString(EventMembers.Message, added.Message.Span);
            writer.WriteNumber(EventMembers.Timestamp, added.Timestamp);
            writer.WriteNumber(EventMembers.IngestionTime, added.IngestionTime);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    private static byte[] Event(string type, Action<Utf8JsonWriter> writeMembers)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, Json.WriterOptions))
        {
            writer.WriteStartObject();
            writeMembers(writer);
            writer.WriteEndObject();
        }

        return EventStreamMessage.Event(type, json.WrittenSpan);
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
