using System.IO.Compression;
using System.Text;
using System.Text.Json;
using FlowLogs.Sandbox.Operations.Logs;
using FlowLogs.Sandbox.Protocol.AwsJson;
using FlowLogs.Sandbox.Store;

namespace FlowLogs.Sandbox.Delivery;

/// <summary>What reaches the destination of a subscription filter: JSON, compressed with gzip, in Base64.</summary>
internal static class SubscriptionPayload
{
    /// <summary>The message that asks whether a destination can be reached.</summary>
    public static string Probe(SubscriptionDestination destination, long now) => Pack(destination, writer =>
    {
        WriteHead(writer, "CONTROL_MESSAGE", "CloudwatchLogs", "", "", []);
        WriteEvent(writer, "", now, Encoding.UTF8.GetBytes($"CWL CONTROL MESSAGE: Checking health of destination {destination.Service}."));
    });

    /// <summary>Events of one stream.</summary>
    public static string Events(
        SubscriptionDestination destination, SubscriptionFilter filter, LogGroup group, LogStream stream, IReadOnlyList<LogEvent> events) =>
        Pack(destination, writer =>
        {
            WriteHead(writer, "DATA_MESSAGE", LogStore.AccountId, group.Name, stream.Name, [filter.Name]);
            Span<byte> id = stackalloc byte[EventIds.Length];
            foreach (var delivered in events)
            {
                EventIds.Write(delivered.Position, id);
                WriteEvent(writer, Encoding.ASCII.GetString(id), delivered.Timestamp, delivered.Message.Span);
            }
        });

    private static void WriteHead(
        Utf8JsonWriter writer, string type, string owner, string group, string stream, IReadOnlyList<string> filters)
    {
        writer.WriteString("messageType", type);
        writer.WriteString("owner", owner);
        writer.WriteString("logGroup", group);
        writer.WriteString("logStream", stream);
        writer.WriteStartArray("subscriptionFilters");
        foreach (var filter in filters)
            writer.WriteStringValue(filter);
        writer.WriteEndArray();
        writer.WriteStartArray("logEvents");
    }

    private static void WriteEvent(Utf8JsonWriter writer, string id, long timestamp, ReadOnlySpan<byte> message)
    {
        writer.WriteStartObject();
        writer.WriteString("id", id);
        writer.WriteNumber("timestamp", timestamp);
        writer.WriteString("message", message);
        writer.WriteEndObject();
    }

    private static string Pack(SubscriptionDestination destination, Action<Utf8JsonWriter> writeMembers)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        using (var writer = new Utf8JsonWriter(gzip, Json.WriterOptions))
        {
            writer.WriteStartObject();
            writeMembers(writer);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        var base64 = Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
        // A function gets an object around it, the others get it as it is.
        return destination.IsFunction ? $$$"""{"awslogs":{"data":"{{{base64}}}"}}""" : base64;
    }
}
