using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FlowLogs.Cloud;

namespace FlowLogs.Tests.Cloud;

/// <summary>Pages of events as JSON, and read from it without the reader that is tested.</summary>
internal static class PageJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A page as the service writes it.</summary>
    public static string Write(CloudPage<CloudLogEvent> page) =>
        JsonSerializer.Serialize(
            new
            {
                events = page.Items.Select(static e => new
                {
                    logStreamName = e.LogStreamName,
                    timestamp = e.Timestamp,
                    message = e.Message,
                    ingestionTime = e.IngestionTime,
                    eventId = e.EventId,
                }),
                searchedLogStreams = Array.Empty<string>(),
                nextToken = page.NextToken,
            },
            Options);

    /// <summary>The page that is made of its JSON, in memory of the pool.</summary>
    public static CloudPage<CloudLogEvent> Rented(CloudPage<CloudLogEvent> page) => LogEventPage.Read(Encoding.UTF8.GetBytes(Write(page)));

    /// <summary>What JSON has as a page; null where it is none.</summary>
    public static CloudPage<CloudLogEvent>? Read(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var events = new List<CloudLogEvent>();
            string? token = null;
            foreach (var member in Members(document.RootElement))
            {
                if (member.Name == "nextToken")
                    token = member.Value.GetString();
                else if (member.Name == "events" && member.Value.ValueKind != JsonValueKind.Null)
                    events.AddRange(member.Value.EnumerateArray().Select(ReadEvent));
            }

            return new CloudPage<CloudLogEvent>(events, token);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static CloudLogEvent ReadEvent(JsonElement item)
    {
        string? message = null, stream = null, id = null;
        long timestamp = 0, ingestionTime = 0;
        foreach (var member in Members(item))
        {
            switch (member.Name)
            {
                case "message": message = member.Value.GetString(); break;
                case "logStreamName": stream = member.Value.GetString(); break;
                case "eventId": id = member.Value.GetString(); break;
                case "timestamp": timestamp = Time(member.Value); break;
                case "ingestionTime": ingestionTime = Time(member.Value); break;
                default: break;
            }
        }

        return new CloudLogEvent(
            (message ?? string.Empty).TrimEnd('\r', '\n'),
            timestamp,
            ingestionTime,
            string.IsNullOrEmpty(stream) ? null : stream,
            string.IsNullOrEmpty(id) ? null : id);
    }

    private static JsonElement.ObjectEnumerator Members(JsonElement item) => item.EnumerateObject();

    private static long Time(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null ? 0 : value.TryGetInt64(out var whole) ? whole : (long)value.GetDouble();
}
