using System.Buffers;
using System.Globalization;
using System.Text.Json;
using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Reading.Payloads;

/// <summary>
/// Reads what CloudWatch Logs answers and sends to subscriptions, and what Lambda, Kinesis and Firehose make of it: JSON
/// with events, or with data, which is gzip in Base64, with such JSON in it. What cannot be read is a problem, and the rest
/// goes on.
/// </summary>
internal sealed class PayloadReader(RecordReader records, int maxLength)
{
    /// <summary>Reads one JSON object, array or string.</summary>
    public void ReadValue(ReadOnlySpan<byte> json, long lineNumber, ICollection<ReadItem> items) =>
        ReadValue(json, lineNumber, context: default, mayHaveData: true, items);

    /// <summary>Reads the message of an event, which is a line, or some, or a JSON object with such a message.</summary>
    public void ReadEvent(ReadOnlySpan<byte> message, long lineNumber, in RecordOrigin origin, ICollection<ReadItem> items)
    {
        var text = LineScanner.Trim(message);
        if (text.IsEmpty || text[0] != '{' || !TryReadMessage(text, lineNumber, origin, items))
            ReadLines(text, lineNumber, origin, items);
    }

    /// <summary>Reads data that was encoded in Base64.</summary>
    public void ReadData(ReadOnlySpan<byte> base64, long lineNumber, ICollection<ReadItem> items)
    {
        ReadOnlyMemory<byte> contents;
        try
        {
            contents = PayloadData.Decode(base64, maxLength);
        }
        catch (FlowLogException e)
        {
            records.Reject(e.ErrorId, lineNumber, base64, e.Message, items);
            return;
        }

        ReadContents(contents.Span, lineNumber, items);
    }

    private void ReadValue(ReadOnlySpan<byte> json, long lineNumber, in RecordOrigin context, bool mayHaveData, ICollection<ReadItem> items)
    {
        try
        {
            if (json[0] == '{')
            {
                ReadObject(json, lineNumber, context, mayHaveData, items);
                return;
            }

            var reader = new Utf8JsonReader(json);
            reader.Read();
            if (reader.TokenType == JsonTokenType.String)
                ReadText(reader, lineNumber, context, mayHaveData, items);
            else
                ReadElements(reader, json, lineNumber, context, mayHaveData, items);
        }
        catch (JsonException)
        {
            records.Reject("InvalidJson", lineNumber, json, "the JSON has text that is no text.", items);
        }
    }

    private void ReadObject(ReadOnlySpan<byte> json, long lineNumber, in RecordOrigin context, bool mayHaveData, ICollection<ReadItem> items)
    {
        var envelope = Envelope.Read(json);
        if (envelope.IsControl)
            return;
        var origin = OriginOf(envelope, context);
        if (envelope.LogEvents.TokenType == JsonTokenType.StartArray)
            ReadElements(envelope.LogEvents, json, lineNumber, origin, mayHaveData: false, items);
        else if (envelope.Events.TokenType == JsonTokenType.StartArray)
            ReadElements(envelope.Events, json, lineNumber, origin, mayHaveData: false, items);
        else if (envelope.Records.TokenType == JsonTokenType.StartArray)
            ReadElements(envelope.Records, json, lineNumber, origin, mayHaveData, items);
        else if (envelope.Message.TokenType == JsonTokenType.String)
            ReadText(envelope.Message, lineNumber, origin, mayHaveData: false, items);
        else if (mayHaveData && FindData(envelope) is { TokenType: JsonTokenType.String } data)
            ReadData(data, lineNumber, items);
        else
            records.Reject("InvalidPayload", lineNumber, json, "the JSON object has neither a message nor events nor data.", items);
    }

    private void ReadElements(
        Utf8JsonReader reader, ReadOnlySpan<byte> json, long lineNumber, in RecordOrigin context, bool mayHaveData, ICollection<ReadItem> items)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            var element = json[start..(int)reader.BytesConsumed];
            if (element[0] is (byte)'{' or (byte)'[' or (byte)'"')
                ReadValue(element, lineNumber, context, mayHaveData, items);
            else
                records.Reject("InvalidPayload", lineNumber, element, "the JSON array has something else than objects and texts.", items);
        }
    }

    // Whatever the object of an event's message holds beside a message, it is the event whose origin counts.
    private bool TryReadMessage(ReadOnlySpan<byte> json, long lineNumber, in RecordOrigin origin, ICollection<ReadItem> items)
    {
        try
        {
            var message = Envelope.Read(json).Message;
            if (message.TokenType != JsonTokenType.String)
                return false;
            using var text = new JsonText(message);
            ReadLines(text.Bytes, lineNumber, origin, items);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void ReadText(in Utf8JsonReader value, long lineNumber, in RecordOrigin origin, bool mayHaveData, ICollection<ReadItem> items)
    {
        using var text = new JsonText(value);
        if (mayHaveData && text.Bytes.StartsWith(PayloadData.GzipInBase64) && !text.Bytes.ContainsAny((byte)' ', (byte)'\t'))
            ReadData(text.Bytes, lineNumber, items);
        else
            ReadEvent(text.Bytes, lineNumber, origin, items);
    }

    private void ReadData(in Utf8JsonReader data, long lineNumber, ICollection<ReadItem> items)
    {
        using var text = new JsonText(data);
        ReadData(text.Bytes, lineNumber, items);
    }

    private void ReadLines(ReadOnlySpan<byte> text, long lineNumber, in RecordOrigin origin, ICollection<ReadItem> items)
    {
        while (!text.IsEmpty)
            records.Read(LineScanner.Trim(TakeLine(ref text)), lineNumber, origin, items);
    }

    // JSON one after another, as payloads have it; or lines. Data in data is nobody's: it could go on for ever.
    private void ReadContents(ReadOnlySpan<byte> contents, long lineNumber, ICollection<ReadItem> items)
    {
        for (var rest = LineScanner.Trim(contents); !rest.IsEmpty; rest = LineScanner.Trim(rest))
        {
            if (rest[0] is not ((byte)'{' or (byte)'['))
            {
                records.Read(LineScanner.Trim(TakeLine(ref rest)), lineNumber, origin: default, items);
                continue;
            }

            var state = default(JsonReaderState);
            var length = 0;
            if (JsonObjects.FindEnd(rest, ref state, ref length) == OperationStatus.Done)
            {
                ReadValue(rest[..length], lineNumber, context: default, mayHaveData: false, items);
                rest = rest[length..];
            }
            else
            {
                records.Reject("InvalidJson", lineNumber, TakeLine(ref rest), "the JSON in the data is broken or breaks off.", items);
            }
        }
    }

    private static ReadOnlySpan<byte> TakeLine(ref ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)'\n');
        var line = end < 0 ? text : text[..end];
        text = end < 0 ? [] : text[(end + 1)..];
        return line;
    }

    private static Utf8JsonReader FindData(in Envelope envelope) => envelope switch
    {
        { AwsLogs.TokenType: JsonTokenType.StartObject } => JsonObjects.FindMember(envelope.AwsLogs, "data"u8),
        { Kinesis.TokenType: JsonTokenType.StartObject } => JsonObjects.FindMember(envelope.Kinesis, "data"u8),
        _ => envelope.Data,
    };

    // What an object knows of its events, or an event of itself.
    private static RecordOrigin OriginOf(in Envelope envelope, in RecordOrigin context) =>
        new(
            JsonObjects.StringOrNull(envelope.LogGroup) ?? context.LogGroupName,
            JsonObjects.StringOrNull(envelope.LogStream) ?? context.LogStreamName,
            JsonObjects.StringOrNull(envelope.EventId),
            Milliseconds(envelope.Timestamp),
            Milliseconds(envelope.IngestionTime));

    // AWS writes milliseconds, PowerShell times.
    private static long? Milliseconds(in Utf8JsonReader value)
    {
        long? time = value.TokenType switch
        {
            JsonTokenType.Number when value.TryGetInt64(out var number) => number,
            JsonTokenType.String when DateTimeOffset.TryParse(
                JsonObjects.StringOrNull(value), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed) => parsed.ToUnixTimeMilliseconds(),
            _ => null,
        };
        return time is >= FieldNumber.MinMilliseconds and <= FieldNumber.MaxMilliseconds ? time : null;
    }
}
