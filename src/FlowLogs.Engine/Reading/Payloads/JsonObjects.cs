using System.Buffers;
using System.Text;
using System.Text.Json;

namespace FlowLogs.Reading.Payloads;

/// <summary>What the readers of payloads share for JSON.</summary>
internal static class JsonObjects
{
    /// <summary>
    /// Looks for the end of the JSON object that a text begins with; others may follow it without a separator. Where the
    /// text breaks off before, it can be called again with a longer one.
    /// </summary>
    /// <param name="text">The text from the object's beginning.</param>
    /// <param name="state">The state of the reader at <paramref name="position"/>.</param>
    /// <param name="position">How much has been looked at; when the end is found, the object's length.</param>
    public static OperationStatus FindEnd(ReadOnlySpan<byte> text, ref JsonReaderState state, ref int position)
    {
        var reader = new Utf8JsonReader(text[position..], isFinalBlock: false, state);
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth > 0 || reader.TokenType != JsonTokenType.EndObject)
                    continue;
                position += (int)reader.BytesConsumed;
                return OperationStatus.Done;
            }
        }
        catch (JsonException)
        {
            return OperationStatus.InvalidData;
        }

        position += (int)reader.BytesConsumed;
        state = reader.CurrentState;
        return OperationStatus.NeedMoreData;
    }

    /// <summary>A value's text if it is a string, else null.</summary>
    /// <exception cref="JsonException">The string has escapes that stand for no characters.</exception>
    public static string? StringOrNull(in Utf8JsonReader value)
    {
        if (value.TokenType != JsonTokenType.String)
            return null;
        using var text = new JsonText(value);
        return Encoding.UTF8.GetString(text.Bytes);
    }

    /// <summary>A reader at the value of an object's member; at nothing, if there is none.</summary>
    /// <param name="value">A reader at a value, which may be something else than an object.</param>
    /// <param name="name">The member's name.</param>
    public static Utf8JsonReader FindMember(Utf8JsonReader value, ReadOnlySpan<byte> name)
    {
        var found = default(Utf8JsonReader);
        if (value.TokenType != JsonTokenType.StartObject)
            return found;
        while (value.Read() && value.TokenType == JsonTokenType.PropertyName)
        {
            var isWanted = value.ValueTextEquals(name);
            value.Read();
            if (isWanted)
                found = value;
            value.Skip();
        }

        return found;
    }
}
