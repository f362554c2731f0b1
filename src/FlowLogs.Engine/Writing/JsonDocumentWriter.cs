using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FlowLogs.Writing;

/// <summary>Writes each record as one compact JSON document, without line feeds in it.</summary>
#pragma warning disable CA1001 // What the JSON writer would release is memory, and its buffer is the base class's.
public abstract class JsonDocumentWriter : FlowRecordWriter
#pragma warning restore CA1001
{
    private readonly Utf8JsonWriter _json = new(
        Stream.Null,
        new JsonWriterOptions
        {
            // The documents are no part of a web page, so letters beyond ASCII can stay as they are.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            SkipValidation = true,
        });

    private protected JsonDocumentWriter()
    {
    }

    internal sealed override void Write(FlowLogRecord record, IBufferWriter<byte> output)
    {
        var fields = new RecordFields(record);
        _json.Reset(output);
        _json.WriteStartObject();
        WriteMembers(_json, ref fields);
        _json.WriteEndObject();
        _json.Flush();
    }

    /// <summary>Writes what the document holds.</summary>
    private protected abstract void WriteMembers(Utf8JsonWriter json, ref RecordFields fields);

    /// <summary>The error of a record without any time: both forms need one, and none may be made up.</summary>
    private protected static FlowLogException NoTime(FlowLogRecord record) => new(
        "NoTime",
        FlowErrorKind.InvalidData,
        $"The record has no start, no end and no time of an event, and the document needs one. The record is: {record}",
        record);
}
