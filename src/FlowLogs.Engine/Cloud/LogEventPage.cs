using System.Text;
using System.Text.Json;

namespace FlowLogs.Cloud;

/// <summary>
/// Reads the answer of FilterLogEvents. Pages are what takes the time where many events are read, so that their events are
/// left where they are, in the bytes that came.
/// </summary>
public static class LogEventPage
{
    /// <summary>Reads a page.</summary>
    /// <param name="json">The answer; it must not change while its events are used.</param>
    /// <exception cref="JsonException">It is no JSON object, or its members are not those of a page.</exception>
    public static CloudPage<CloudLogEvent> Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            return ReadPage(json);
        }
        catch (InvalidOperationException e)
        {
            // A member of another type, or escapes that stand for no characters.
            throw new JsonException(e.Message, e);
        }
    }

    private static CloudPage<CloudLogEvent> ReadPage(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("The answer is no object.");
        var events = new List<CloudLogEvent>();
        string? token = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("events"u8))
            {
                ReadEvents(ref reader, json, events);
            }
            else if (reader.ValueTextEquals("nextToken"u8))
            {
                reader.Read();
                token = reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        if (reader.Read())
            throw new JsonException("The answer goes on behind its end.");
        return new CloudPage<CloudLogEvent>(events, token);
    }

    private static void ReadEvents(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, List<CloudLogEvent> events)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return;
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("The events are no array.");
        var streams = new StreamNames();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            events.Add(ReadEvent(ref reader, json, streams));
    }

    private static CloudLogEvent ReadEvent(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, StreamNames streams)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("An event is no object.");
        ReadOnlyMemory<byte> message = default, id = default;
        string? stream = null;
        long timestamp = 0, ingestionTime = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("message"u8))
                message = ReadText(ref reader, json);
            else if (reader.ValueTextEquals("timestamp"u8))
                timestamp = ReadTime(ref reader);
            else if (reader.ValueTextEquals("ingestionTime"u8))
                ingestionTime = ReadTime(ref reader);
            else if (reader.ValueTextEquals("logStreamName"u8))
                stream = streams.Find(ReadText(ref reader, json));
            else if (reader.ValueTextEquals("eventId"u8))
                id = ReadText(ref reader, json);
            else
                reader.Skip();
        }

        return new CloudLogEvent(message[..message.Span.TrimEnd("\r\n"u8).Length], timestamp, ingestionTime, stream, id);
    }

    // In place where there are no escapes; empty for null.
    private static ReadOnlyMemory<byte> ReadText(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return default;
        if (!reader.ValueIsEscaped && reader.TokenType == JsonTokenType.String)
            return json.Slice((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
        var copy = new byte[reader.ValueSpan.Length];
        return copy.AsMemory(0, reader.CopyString(copy));
    }

    // Emulators write fractions of a millisecond.
    private static long ReadTime(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return 0;
        return reader.TryGetInt64(out var whole) ? whole : (long)reader.GetDouble();
    }

    /// <summary>The names of the streams of one page, one string for each.</summary>
    private sealed class StreamNames
    {
        private readonly Dictionary<int, (ReadOnlyMemory<byte> Utf8, string Name)> _byHash = [];

        public string? Find(ReadOnlyMemory<byte> utf8)
        {
            if (utf8.IsEmpty)
                return null;
            var hash = default(HashCode);
            hash.AddBytes(utf8.Span);
            var key = hash.ToHashCode();
            if (_byHash.TryGetValue(key, out var known) && known.Utf8.Span.SequenceEqual(utf8.Span))
                return known.Name;
            var name = Encoding.UTF8.GetString(utf8.Span);
            _byHash[key] = (utf8, name);
            return name;
        }
    }
}
