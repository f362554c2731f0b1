using System.Text;
using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Tests.Writing;

/// <summary>Reads lines as records, and compares records.</summary>
internal static class Lines
{
    public static FlowLogRecord Read(FlowLogFormat format, string line, RecordOrigin origin = default) =>
        Read(format, Encoding.UTF8.GetBytes(line), origin);

    public static FlowLogRecord Read(FlowLogFormat format, ReadOnlySpan<byte> line, RecordOrigin origin = default)
    {
        var record = new LineScanner("test", [format]).Scan(LineScanner.Trim(line), 1, origin, out var problem);
        Assert.True(problem is null, problem?.Message);
        return record!;
    }

    public static FlowLogRecord Read(string format, string line) => Read(FlowLogFormat.Parse(format), line);

    public static FlowLogRecord Read(string line) => Read(FlowLogFormat.Default, line);

    /// <summary>Checks that two records have the same texts and values in all fields of a format.</summary>
    public static void AssertEqual(FlowLogRecord expected, FlowLogRecord actual, FlowLogFormat format)
    {
        foreach (var field in format.Fields)
        {
            Assert.True(TextOf(expected, field).SequenceEqual(TextOf(actual, field)), $"{field}: {expected} {actual}");
            Assert.Equal(expected.GetValue(field.Name), actual.GetValue(field.Name));
        }
    }

    /// <summary>A field's text; a hyphen where the record lacks it.</summary>
    public static ReadOnlySpan<byte> TextOf(FlowLogRecord record, FlowField field)
    {
        var column = record.Format.ColumnOf(field);
        return column < 0 ? "-"u8 : record.Raw(column);
    }
}
