using System.Text.Json;

namespace FlowLogs.Reading.Payloads;

/// <summary>
/// The members of a JSON object that say what records it has, whatever their order; of each that is there, a reader at its
/// value. Other members do not matter. Names are AWS's, or begin with a capital as PowerShell and .NET write them.
/// </summary>
internal ref struct Envelope
{
    /// <summary>A line, or some.</summary>
    public Utf8JsonReader Message;

    /// <summary>What a Lambda function gets from a subscription; with data.</summary>
    public Utf8JsonReader AwsLogs;

    /// <summary>What Lambda functions get from Kinesis and Firehose, or Kinesis itself gives.</summary>
    public Utf8JsonReader Records;

    /// <summary>A record of Kinesis in the event of a Lambda function; with data.</summary>
    public Utf8JsonReader Kinesis;

    /// <summary>The data of such a record.</summary>
    public Utf8JsonReader Data;

    /// <summary>The events of a subscription's payload.</summary>
    public Utf8JsonReader LogEvents;

    /// <summary>The events that FilterLogEvents and GetLogEvents answer with.</summary>
    public Utf8JsonReader Events;

    public Utf8JsonReader LogGroup;

    public Utf8JsonReader LogStream;

    public Utf8JsonReader EventId;

    public Utf8JsonReader Timestamp;

    public Utf8JsonReader IngestionTime;

    /// <summary>Whether it is one of the messages by which CloudWatch Logs tries whether the destination can be reached.</summary>
    public bool IsControl;

    /// <exception cref="JsonException">The text is not one JSON object, or something follows it.</exception>
    public static Envelope Read(ReadOnlySpan<byte> json)
    {
        var envelope = default(Envelope);
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader;
            reader.Read();
            envelope.Take(name, reader);
            reader.Skip();
        }

        // Throws if something follows the object.
        reader.Read();
        return envelope;
    }

    private void Take(in Utf8JsonReader name, in Utf8JsonReader value)
    {
        using var text = new JsonText(name);
        var n = text.Bytes;
        if (Is(n, "message"u8))
            Message = value;
        else if (Is(n, "timestamp"u8))
            Timestamp = value;
        else if (Is(n, "id"u8) || Is(n, "eventId"u8))
            EventId = value;
        else if (Is(n, "ingestionTime"u8))
            IngestionTime = value;
        else if (Is(n, "logStream"u8) || Is(n, "logStreamName"u8))
            LogStream = value;
        else if (Is(n, "logGroup"u8) || Is(n, "logGroupName"u8))
            LogGroup = value;
        else if (Is(n, "logEvents"u8))
            LogEvents = value;
        else if (Is(n, "events"u8))
            Events = value;
        else if (Is(n, "records"u8))
            Records = value;
        else if (Is(n, "kinesis"u8))
            Kinesis = value;
        else if (Is(n, "data"u8))
            Data = value;
        else if (Is(n, "awslogs"u8))
            AwsLogs = value;
        else if (Is(n, "messageType"u8))
            IsControl = JsonObjects.StringOrNull(value) == "CONTROL_MESSAGE";
    }

    private static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> wanted) =>
        name.Length == wanted.Length && (name[0] | 0x20) == wanted[0] && name[1..].SequenceEqual(wanted[1..]);
}
