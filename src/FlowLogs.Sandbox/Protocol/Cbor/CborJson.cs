using System.Buffers;
using System.Formats.Cbor;
using System.Text.Json;

namespace FlowLogs.Sandbox.Protocol.Cbor;

/// <summary>Turns the members of a call from CBOR to JSON and back.</summary>
internal static class CborJson
{
    /// <summary>Reads a request.</summary>
    /// <exception cref="ServiceException">It is not well formed, or has what no member has.</exception>
    public static JsonDocument Read(ReadOnlyMemory<byte> cbor)
    {
        var json = new ArrayBufferWriter<byte>(Math.Max(cbor.Length, 256));
        try
        {
            using (var writer = new Utf8JsonWriter(json))
            {
                var reader = new CborReader(cbor, CborConformanceMode.Lax);
                ReadValue(reader, writer);
            }

            return JsonDocument.Parse(json.WrittenMemory);
        }
        catch (Exception e) when (e is CborContentException or InvalidOperationException or ArgumentException or OverflowException)
        {
            throw ServiceException.Serialization("The body is not valid CBOR.");
        }
    }

    /// <summary>Writes an answer.</summary>
    public static ReadOnlyMemory<byte> Write(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var writer = new CborWriter(CborConformanceMode.Lax);
        WriteValue(writer, document.RootElement, isTime: false);
        return writer.Encode();
    }

    private static void ReadValue(CborReader reader, Utf8JsonWriter writer)
    {
        switch (reader.PeekState())
        {
            case CborReaderState.StartMap:
                reader.ReadStartMap();
                writer.WriteStartObject();
                while (reader.PeekState() != CborReaderState.EndMap)
                {
                    writer.WritePropertyName(reader.ReadTextString());
                    ReadValue(reader, writer);
                }

                reader.ReadEndMap();
                writer.WriteEndObject();
                break;
            case CborReaderState.StartArray:
                reader.ReadStartArray();
                writer.WriteStartArray();
                while (reader.PeekState() != CborReaderState.EndArray)
                    ReadValue(reader, writer);
                reader.ReadEndArray();
                writer.WriteEndArray();
                break;
            case CborReaderState.Tag:
                // A time: epoch seconds, as in JSON.
                reader.ReadTag();
                ReadValue(reader, writer);
                break;
            case CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString:
                writer.WriteStringValue(reader.ReadTextString());
                break;
            case CborReaderState.Boolean:
                writer.WriteBooleanValue(reader.ReadBoolean());
                break;
            case CborReaderState.UnsignedInteger:
                writer.WriteNumberValue(reader.ReadUInt64());
                break;
            case CborReaderState.NegativeInteger:
                writer.WriteNumberValue(reader.ReadInt64());
                break;
            case CborReaderState.HalfPrecisionFloat or CborReaderState.SinglePrecisionFloat or CborReaderState.DoublePrecisionFloat:
                writer.WriteNumberValue(reader.ReadDouble());
                break;
            case CborReaderState.Null:
                reader.ReadNull();
                writer.WriteNullValue();
                break;
            default:
                throw ServiceException.Serialization("The body has a value of a type that no member has.");
        }
    }

    private static void WriteValue(CborWriter writer, JsonElement value, bool isTime)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartMap(null);
                foreach (var member in value.EnumerateObject())
                {
                    writer.WriteTextString(member.Name);
                    WriteValue(writer, member.Value, IsTime(member.Name));
                }

                writer.WriteEndMap();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray(null);
                foreach (var item in value.EnumerateArray())
                    WriteValue(writer, item, isTime);
                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                WriteNumber(writer, value, isTime);
                break;
            case JsonValueKind.String:
                writer.WriteTextString(value.GetString()!);
                break;
            default:
                writer.WriteBoolean(value.ValueKind == JsonValueKind.True);
                break;
        }
    }

    private static void WriteNumber(CborWriter writer, JsonElement value, bool isTime)
    {
        if (isTime)
            writer.WriteTag(CborTag.UnixTimeSeconds);
        if (value.TryGetInt64(out var integer))
            writer.WriteInt64(integer);
        else
            writer.WriteDouble(value.GetDouble());
    }

    // CBOR marks times, JSON does not. All of CloudWatch's are called so, and nothing else is.
    private static bool IsTime(string name) => name == "Timestamps" || name.EndsWith("Timestamp", StringComparison.Ordinal);
}
