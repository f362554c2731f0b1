using System.Buffers;
using System.Text;
using System.Text.Json;

namespace FlowLogs.Reading.Payloads;

/// <summary>What the readers of payloads share for JSON.</summary>
internal static class JsonObjects
{
    /// <summary>The state of a reader behind the events of an answer, where the rest of the object follows.</summary>
    public static JsonReaderState AfterEvents { get; } = FindState("{\"events\":[]"u8);

    /// <summary>
    /// Looks for the end of the JSON object, array or string that a text begins with; others may follow it without a separator. Where the
    /// text breaks off before, it can be called again with a longer one.
    /// </summary>
    /// <param name="text">The text from its beginning.</param>
    /// <param name="state">The state of the reader at <paramref name="position"/>.</param>
    /// <param name="position">How much has been looked at; when the end is found, its length.</param>
    public static OperationStatus FindEnd(ReadOnlySpan<byte> text, ref JsonReaderState state, ref int position)
    {
        var reader = new Utf8JsonReader(text[position..], isFinalBlock: false, state);
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth > 0 || reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
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

    /// <summary>
    /// The length of what a text opens a list with, whose elements can be read one after another: the bracket of an array,
    /// or that of the events that the answer of FilterLogEvents or GetLogEvents begins with. 0 where it opens none.
    /// </summary>
    public static int OpensList(ReadOnlySpan<byte> text)
    {
        var rest = text;
        if (Skips(ref rest, "{"u8) && !(Skips(ref rest, "\"events\""u8) && Skips(ref rest, ":"u8)))
            return 0;
        return Skips(ref rest, "["u8) ? text.Length - rest.Length : 0;
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
    /// <exception cref="JsonException">A name has escapes that stand for no characters.</exception>
    public static Utf8JsonReader FindMember(Utf8JsonReader value, ReadOnlySpan<byte> name)
    {
        var found = default(Utf8JsonReader);
        if (value.TokenType != JsonTokenType.StartObject)
            return found;
        while (value.Read() && value.TokenType == JsonTokenType.PropertyName)
        {
            using var text = new JsonText(value);
            value.Read();
            if (text.Bytes.SequenceEqual(name))
                found = value;
            value.Skip();
        }

        return found;
    }

    private static JsonReaderState FindState(ReadOnlySpan<byte> text)
    {
        var state = default(JsonReaderState);
        var position = 0;
        FindEnd(text, ref state, ref position);
        return state;
    }

    private static bool Skips(ref ReadOnlySpan<byte> text, ReadOnlySpan<byte> wanted)
    {
        var rest = text.TrimStart(" \t\r\n"u8);
        if (!rest.StartsWith(wanted))
            return false;
        text = rest[wanted.Length..];
        return true;
    }
}
