using System.Globalization;
using System.Text.Json;
using FlowLogs.Conditions.Values;
using FlowLogs.Records;

namespace FlowLogs.Writing;

/// <summary>Writes fields as members of a JSON object, where they have a value that fits there, and takes them.</summary>
internal static class JsonFields
{
    public static void WriteText(this Utf8JsonWriter json, ReadOnlySpan<byte> name, ref RecordFields fields, FlowFieldId id)
    {
        if (!fields.Has(id))
            return;
        json.WriteString(name, fields.Peek(id));
        fields.Take(id);
    }

    public static void WriteNumber(this Utf8JsonWriter json, ReadOnlySpan<byte> name, ref RecordFields fields, FlowFieldId id)
    {
        if (fields.Number(id) is not { } value)
            return;
        json.WriteNumber(name, value);
        fields.Take(id);
    }

    /// <summary>Other texts than addresses have no place where addresses are wanted.</summary>
    public static bool HasAddress(this in RecordFields fields, FlowFieldId id) =>
        AddressText.TryParse(fields.Peek(id), out _, out _);

    public static void WriteCommunityId(this Utf8JsonWriter json, ReadOnlySpan<byte> name, in RecordFields fields)
    {
        Span<byte> id = stackalloc byte[CommunityId.Length];
        if (CommunityId.TryWrite(fields, id))
            json.WriteString(name, id);
    }

    public static void WriteKnown(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    /// <summary>Writes a time in UTC with milliseconds, as ISO 8601 has it.</summary>
    public static void WriteTime(this Utf8JsonWriter json, ReadOnlySpan<byte> name, long? milliseconds)
    {
        if (milliseconds is not { } value)
            return;
        Span<char> text = stackalloc char[24];
        var time = DateTimeOffset.FromUnixTimeMilliseconds(value);
        time.TryFormat(text, out var length, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        json.WriteString(name, text[..length]);
    }

    /// <summary>Writes the fields that were not taken, by AWS's names with underscores.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="fields">The record.</param>
    /// <param name="isNumber">Which types are written as numbers; others are written as text.</param>
    public static void WriteRest(this Utf8JsonWriter json, in RecordFields fields, Func<FlowFieldType, bool> isNumber)
    {
        var record = fields.Record;
        for (var column = 0; column < record.Format.Fields.Count; column++)
        {
            if (!fields.IsLeft(column))
                continue;
            var field = record.Format.Fields[column];
            if (isNumber(field.Type))
                json.WriteNumber(UnderscoreNames.Of(field), FieldNumber.Parse(record.Raw(column)));
            else
                json.WriteString(UnderscoreNames.Of(field), record.Raw(column));
        }
    }
}
