using System.Text.Json;
using Row = FlowLogs.Cloud.LogEventPage.Row;

namespace FlowLogs.Cloud;

/// <summary>
/// Reads the answer of FilterLogEvents. An event as the service writes it, without blanks and escapes, is read by a scanner
/// of our own; everything else, and all that is wrong, by .NET's.
/// </summary>
/// <param name="json">The answer; texts with escapes are written over by what they stand for.</param>
internal ref partial struct LogEventPageReader(Span<byte> json)
{
    // An event takes more than twice as much.
    private const int BytesPerEvent = 128;

    private readonly Span<byte> _json = json;
    private LogEventPageWriter? _events;
    private int _position;

    public CloudPage<CloudLogEvent> Read()
    {
        string? token = null;
        Expect('{');
        for (var isFirst = true; !TryTake('}'); isFirst = false)
        {
            if (!isFirst)
                Expect(',');
            var name = ReadValue();
            if (name.TokenType != JsonTokenType.String)
                throw new JsonException("The name of a member is no text.");
            Expect(':');
            if (name.ValueTextEquals("events"u8))
                ReadEvents();
            else if (name.ValueTextEquals("nextToken"u8))
                token = ReadValue().GetString();
            else
                ReadValue();
        }

        SkipBlanks();
        if (_position < _json.Length)
            throw new JsonException("The answer goes on behind its end.");
        IReadOnlyList<CloudLogEvent> events = _events is null ? [] : _events.ToPage();
        return new CloudPage<CloudLogEvent>(events, token);
    }

    private void ReadEvents()
    {
        if (!TryTake('['))
        {
            if (ReadValue().TokenType != JsonTokenType.Null)
                throw new JsonException("The events are no array.");
            return;
        }

        if (TryTake(']'))
            return;
        // Texts without escapes take no more room than in JSON.
        _events ??= new LogEventPageWriter(_json.Length, (_json.Length / BytesPerEvent) + 1);
        do
        {
            SkipBlanks();
            // A line feed is an escape in JSON, so that plain messages are one line.
            var isPlain = TryReadPlain(out var row);
            if (!isPlain)
                row = ReadAny();
            _events.Add(_json.Slice(row.Message, row.MessageLength), _json.Slice(row.Id, row.IdLength), row);
            if (!isPlain)
                _events.CheckLines();
        }
        while (TryTake(','));
        Expect(']');
    }

    private Row ReadAny()
    {
        var reader = ReaderHere();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("An event is no object.");
        var row = default(Row);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("message"u8))
            {
                (row.Message, row.MessageLength) = ReadText(ref reader);
            }
            else if (reader.ValueTextEquals("timestamp"u8))
            {
                row.Timestamp = ReadTime(ref reader);
            }
            else if (reader.ValueTextEquals("ingestionTime"u8))
            {
                row.IngestionTime = ReadTime(ref reader);
            }
            else if (reader.ValueTextEquals("logStreamName"u8))
            {
                var (start, length) = ReadText(ref reader);
                row.Stream = _events!.Streams.NumberOf(_json.Slice(start, length));
            }
            else if (reader.ValueTextEquals("eventId"u8))
            {
                (row.Id, row.IdLength) = ReadText(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        _position += (int)reader.BytesConsumed;
        return row;
    }

    // Empty for null.
    private readonly (int Start, int Length) ReadText(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return default;
        var start = _position + (int)reader.TokenStartIndex + 1;
        if (!reader.ValueIsEscaped && reader.TokenType == JsonTokenType.String)
            return (start, reader.ValueSpan.Length);
        var copy = new byte[reader.ValueSpan.Length];
        var length = reader.CopyString(copy);
        copy.AsSpan(0, length).CopyTo(_json[start..]);
        return (start, length);
    }

    // Emulators write fractions of a millisecond.
    private static long ReadTime(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return 0;
        return reader.TryGetInt64(out var whole) ? whole : (long)reader.GetDouble();
    }

    // Goes on behind the value, whatever it is.
    private Utf8JsonReader ReadValue()
    {
        var reader = ReaderHere();
        var value = reader;
        reader.Skip();
        _position += (int)reader.BytesConsumed;
        return value;
    }

    private readonly Utf8JsonReader ReaderHere()
    {
        var reader = new Utf8JsonReader(_json[_position..]);
        reader.Read();
        return reader;
    }

    private void SkipBlanks()
    {
        while (_position < _json.Length && _json[_position] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            _position++;
    }

    private bool TryTake(char sign)
    {
        SkipBlanks();
        if (_position >= _json.Length || _json[_position] != sign)
            return false;
        _position++;
        return true;
    }

    private void Expect(char sign)
    {
        if (!TryTake(sign))
            throw new JsonException($"There should be '{sign}' at byte {_position} of the answer.");
    }
}
