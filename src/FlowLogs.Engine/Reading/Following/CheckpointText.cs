using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace FlowLogs.Reading.Following;

/// <summary>
/// A checkpoint as JSON that a person can read. How many events of the batch in flight are done has a fixed width, so
/// that it can be overwritten where it stands.
/// </summary>
internal static class CheckpointText
{
    private const int Version = 1;
    private const int CounterWidth = 10;
    private const int BufferSize = 64 * 1024;
    private const string LiveMark = " live";

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a checkpoint, and gives the place of the counter.</summary>
    public static long Write(Stream stream, CheckpointContent content)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteNumber("flowLogsCheckpoint", Version);
        if (content.ProcessId is { } process)
            json.WriteNumber("processId", process);
        json.WriteStartObject("belongsTo");
        foreach (var (name, value) in content.Owner)
            json.WriteString(name, value);
        json.WriteEndObject();
        if (content.LowWaterMark is { } mark)
            json.WriteString("lowWaterMark", DateTimeOffset.FromUnixTimeMilliseconds(mark).UtcDateTime);

        json.WritePropertyName("inFlightDone");
        Span<byte> counter = stackalloc byte[CounterWidth];
        FormatCounter(content.Done, counter);
        json.WriteRawValue(counter, skipInputValidation: true);
        json.Flush();
        var place = stream.Position - CounterWidth;
        WriteEvents(json, "inFlight", content.InFlight);
        WriteEvents(json, "emitted", content.Emitted);
        json.WriteEndObject();
        return place;
    }

    /// <summary>Writes the counter's digits behind blanks, which JSON allows before a number.</summary>
    public static void FormatCounter(int done, Span<byte> counter)
    {
        counter.Fill((byte)' ');
        Span<byte> digits = stackalloc byte[CounterWidth];
        done.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        digits[..length].CopyTo(counter[^length..]);
    }

    /// <summary>Makes room for a counter.</summary>
    public static byte[] NewCounter() => new byte[CounterWidth];

    /// <summary>Reads a checkpoint.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static CheckpointContent Read(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            var version = root.GetProperty("flowLogsCheckpoint").GetInt32();
            if (version != Version)
                throw new FormatException($"it has the version {version}, and {Version} is known");
            var inFlight = ReadEvents(root, "inFlight");
            var done = root.GetProperty("inFlightDone").GetInt32();
            if (done < 0 || done > inFlight.Count)
                throw new FormatException($"{done} of {inFlight.Count} events cannot be done");
            return new CheckpointContent
            {
                ProcessId = root.TryGetProperty("processId", out var process) ? process.GetInt32() : null,
                Owner = root.GetProperty("belongsTo").EnumerateObject().ToDictionary(static m => m.Name, static m => m.Value.GetString() ?? ""),
                LowWaterMark = root.TryGetProperty("lowWaterMark", out var mark) ? mark.GetDateTimeOffset().ToUnixTimeMilliseconds() : null,
                Emitted = ReadEvents(root, "emitted"),
                InFlight = inFlight,
                Done = done,
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or OverflowException or ArgumentException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    // "milliseconds key", and " live" behind the key of a content.
    private static void WriteEvents(Utf8JsonWriter json, string name, IEnumerable<EmittedEvent> events)
    {
        json.WriteStartArray(name);
        Span<byte> text = stackalloc byte[64];
        foreach (var e in events)
        {
            Utf8.TryWrite(text, CultureInfo.InvariantCulture, $"{e.Timestamp} {(ulong)(e.Key >> 64):x16}{(ulong)e.Key:x16}{(e.IsLive ? LiveMark : "")}", out var length);
            json.WriteStringValue(text[..length]);
            // The writer keeps everything until it is told to write.
            if (json.BytesPending > BufferSize)
                json.Flush();
        }

        json.WriteEndArray();
    }

    private static List<EmittedEvent> ReadEvents(JsonElement root, string name)
    {
        var list = root.GetProperty(name);
        var events = new List<EmittedEvent>(list.GetArrayLength());
        foreach (var element in list.EnumerateArray())
        {
            ReadOnlySpan<char> text = element.GetString();
            var isLive = text.EndsWith(LiveMark);
            if (isLive)
                text = text[..^LiveMark.Length];
            var blank = text.IndexOf(' ');
            var timestamp = long.Parse(text[..Math.Max(blank, 0)], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            if (text.Length != blank + 33)
                throw new FormatException($"\"{element.GetString()}\" is no event");
            events.Add(new EmittedEvent(UInt128.Parse(text[(blank + 1)..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), timestamp, isLive));
        }

        return events;
    }
}
