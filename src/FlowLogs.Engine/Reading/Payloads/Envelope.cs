using System.Text.Json;

namespace FlowLogs.Reading.Payloads;

/// <summary>
/// The members of a JSON object that say what records it has, whatever their order; of each that is there, a reader at its
/// value. Other members do not matter.
/// </summary>
internal ref struct Envelope
{
    /// <summary>A line, or some.</summary>
    public Utf8JsonReader Message;

    /// <summary>What a Lambda function gets from a subscription.</summary>
    public Utf8JsonReader AwsLogs;

    /// <summary>What a Lambda function gets from Kinesis, or Kinesis itself gives.</summary>
    public Utf8JsonReader Records;

    /// <summary>The events of a subscription's payload.</summary>
    public Utf8JsonReader LogEvents;

    public Utf8JsonReader LogGroup;

    public Utf8JsonReader LogStream;

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
        if (name.ValueTextEquals("message"u8))
            Message = value;
        else if (name.ValueTextEquals("logEvents"u8))
            LogEvents = value;
        else if (name.ValueTextEquals("logGroup"u8))
            LogGroup = value;
        else if (name.ValueTextEquals("logStream"u8))
            LogStream = value;
        else if (name.ValueTextEquals("awslogs"u8))
            AwsLogs = value;
        else if (name.ValueTextEquals("Records"u8))
            Records = value;
        else if (name.ValueTextEquals("messageType"u8))
            IsControl = value.TokenType == JsonTokenType.String && value.ValueTextEquals("CONTROL_MESSAGE"u8);
    }
}
