using System.Buffers;
using System.Text.Json;
using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Reading.Payloads;

/// <summary>
/// Reads what CloudWatch Logs sends to subscriptions, and what Lambda, Kinesis and Firehose make of it: JSON objects with
/// events, or with data, which is gzip in Base64, with such objects in it. What cannot be read is a problem, and the rest
/// goes on.
/// </summary>
internal sealed class PayloadReader(RecordReader records, int maxLength)
{
    /// <summary>Reads one JSON object.</summary>
    public void ReadObject(ReadOnlySpan<byte> json, long lineNumber, ICollection<ReadItem> items) =>
        ReadObject(json, lineNumber, mayHaveData: true, items);

    /// <summary>Reads the message of an event, which is a line or a JSON object with a line.</summary>
    public void ReadEvent(ReadOnlySpan<byte> message, long lineNumber, RecordOrigin? origin, ICollection<ReadItem> items)
    {
        var line = LineScanner.Trim(message);
        if (line.IsEmpty || line[0] != '{' || !TryReadMessage(line, lineNumber, origin, items))
            records.Read(line, lineNumber, origin, items);
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

    private void ReadObject(ReadOnlySpan<byte> json, long lineNumber, bool mayHaveData, ICollection<ReadItem> items)
    {
        try
        {
            var envelope = Envelope.Read(json);
            if (envelope.IsControl)
                return;
            if (envelope.LogEvents.TokenType == JsonTokenType.StartArray)
                ReadLogEvents(envelope, lineNumber, items);
            else if (mayHaveData && envelope.AwsLogs.TokenType == JsonTokenType.StartObject)
                ReadData(JsonObjects.FindMember(envelope.AwsLogs, "data"u8), lineNumber, json, items);
            else if (mayHaveData && envelope.Records.TokenType == JsonTokenType.StartArray)
                ReadKinesisRecords(envelope.Records, lineNumber, json, items);
            else if (envelope.Message.TokenType == JsonTokenType.String)
                ReadLines(envelope.Message, lineNumber, origin: null, items);
            else
                Reject(lineNumber, json, "the JSON object has neither a message nor events nor data.", items);
        }
        catch (JsonException)
        {
            records.Reject("InvalidJson", lineNumber, json, "the JSON object has text that is no text.", items);
        }
    }

    private bool TryReadMessage(ReadOnlySpan<byte> json, long lineNumber, RecordOrigin? origin, ICollection<ReadItem> items)
    {
        try
        {
            var message = Envelope.Read(json).Message;
            if (message.TokenType != JsonTokenType.String)
                return false;
            ReadLines(message, lineNumber, origin, items);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void ReadLogEvents(in Envelope envelope, long lineNumber, ICollection<ReadItem> items)
    {
        var group = JsonObjects.StringOrNull(envelope.LogGroup);
        var stream = JsonObjects.StringOrNull(envelope.LogStream);
        var reader = envelope.LogEvents;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = reader;
            reader.Skip();
            var message = JsonObjects.FindMember(start, "message"u8);
            if (message.TokenType != JsonTokenType.String)
            {
                Reject(lineNumber, [], "an event has no message.", items);
                continue;
            }

            var id = JsonObjects.StringOrNull(JsonObjects.FindMember(start, "id"u8));
            var origin = new RecordOrigin(group, stream, id, Timestamp(start), IngestionTime: null);
            using var text = new JsonText(message);
            ReadEvent(text.Bytes, lineNumber, origin, items);
        }
    }

    private void ReadKinesisRecords(Utf8JsonReader reader, long lineNumber, ReadOnlySpan<byte> json, ICollection<ReadItem> items)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = reader;
            reader.Skip();
            var data = JsonObjects.FindMember(start, "Data"u8);
            if (data.TokenType != JsonTokenType.String)
                data = JsonObjects.FindMember(JsonObjects.FindMember(start, "kinesis"u8), "data"u8);
            ReadData(data, lineNumber, json, items);
        }
    }

    private void ReadData(in Utf8JsonReader data, long lineNumber, ReadOnlySpan<byte> json, ICollection<ReadItem> items)
    {
        if (data.TokenType != JsonTokenType.String)
        {
            Reject(lineNumber, json, "a record of the JSON object has no data.", items);
            return;
        }

        using var text = new JsonText(data);
        ReadData(text.Bytes, lineNumber, items);
    }

    private void ReadLines(in Utf8JsonReader message, long lineNumber, RecordOrigin? origin, ICollection<ReadItem> items)
    {
        using var text = new JsonText(message);
        var rest = text.Bytes;
        while (!rest.IsEmpty)
            records.Read(LineScanner.Trim(TakeLine(ref rest)), lineNumber, origin, items);
    }

    // Objects one after another, as payloads have them; or lines. Data in data is nobody's: it could go on for ever.
    private void ReadContents(ReadOnlySpan<byte> contents, long lineNumber, ICollection<ReadItem> items)
    {
        for (var rest = LineScanner.Trim(contents); !rest.IsEmpty; rest = LineScanner.Trim(rest))
        {
            if (rest[0] != '{')
            {
                records.Read(LineScanner.Trim(TakeLine(ref rest)), lineNumber, origin: null, items);
                continue;
            }

            var state = default(JsonReaderState);
            var length = 0;
            if (JsonObjects.FindEnd(rest, ref state, ref length) == OperationStatus.Done)
            {
                ReadObject(rest[..length], lineNumber, mayHaveData: false, items);
                rest = rest[length..];
            }
            else
            {
                records.Reject("InvalidJson", lineNumber, TakeLine(ref rest), "a JSON object in the data is broken or breaks off.", items);
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

    private static long? Timestamp(in Utf8JsonReader start) =>
        JsonObjects.FindMember(start, "timestamp"u8) is { TokenType: JsonTokenType.Number } number
        && number.TryGetInt64(out var time)
        && time is >= FieldNumber.MinMilliseconds and <= FieldNumber.MaxMilliseconds
            ? time
            : null;

    private void Reject(long lineNumber, ReadOnlySpan<byte> json, string reason, ICollection<ReadItem> items) =>
        records.Reject("InvalidPayload", lineNumber, json, reason, items);
}
