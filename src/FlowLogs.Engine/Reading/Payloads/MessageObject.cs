using System.Text.Json;
using FlowLogs.Records;

namespace FlowLogs.Reading.Payloads;

/// <summary>
/// A line such as <c>{"message":"2 123456789012 ..."}</c>, which is what flow logs that are published to Data Firehose may
/// look like. Other members do not matter.
/// </summary>
internal static class MessageObject
{
    /// <summary>Reads the message; false if the line is not such an object and nothing was read.</summary>
    public static bool TryRead(ReadOnlySpan<byte> line, long lineNumber, RecordOrigin? origin, RecordReader records, ICollection<ReadItem> items)
    {
        try
        {
            // All of it is looked at before anything is read: what follows may turn out not to be JSON.
            var reader = new Utf8JsonReader(line);
            var message = default(Utf8JsonReader);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isMessage = reader.ValueTextEquals("message"u8);
                reader.Read();
                if (isMessage && reader.TokenType == JsonTokenType.String)
                    message = reader;
                reader.Skip();
            }

            // Throws if something follows the object.
            reader.Read();
            if (message.TokenType != JsonTokenType.String)
                return false;
            JsonText.ReadLines(message, lineNumber, origin, records, items);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
