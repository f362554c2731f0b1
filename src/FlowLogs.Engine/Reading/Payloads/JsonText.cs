using System.Buffers;
using System.Text.Json;
using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Reading.Payloads;

/// <summary>Reads the lines in a string of a JSON document, mostly one, without making a string of it.</summary>
internal static class JsonText
{
    /// <exception cref="JsonException">The string has escapes that stand for no characters.</exception>
    public static void ReadLines(in Utf8JsonReader reader, long lineNumber, RecordOrigin? origin, RecordReader records, ICollection<ReadItem> items)
    {
        if (!reader.ValueIsEscaped)
        {
            ReadLines(reader.ValueSpan, lineNumber, origin, records, items);
            return;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        try
        {
            ReadLines(buffer.AsSpan(0, Unescape(reader, buffer)), lineNumber, origin, records, items);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static int Unescape(in Utf8JsonReader reader, byte[] buffer)
    {
        try
        {
            return reader.CopyString(buffer);
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException(e.Message, e);
        }
    }

    private static void ReadLines(ReadOnlySpan<byte> text, long lineNumber, RecordOrigin? origin, RecordReader records, ICollection<ReadItem> items)
    {
        while (!text.IsEmpty)
        {
            var end = text.IndexOf((byte)'\n');
            records.Read(LineScanner.Trim(end < 0 ? text : text[..end]), lineNumber, origin, items);
            text = end < 0 ? [] : text[(end + 1)..];
        }
    }
}
