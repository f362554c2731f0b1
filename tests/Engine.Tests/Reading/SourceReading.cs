using System.Text;
using FlowLogs.Reading;
using FlowLogs.Records;

namespace FlowLogs.Tests.Reading;

/// <summary>Reads a text as one source.</summary>
internal static class SourceReading
{
    public static List<ReadItem> Read(string text, params string[] formats) =>
        Read(text, new FlowReadOptions { Formats = [.. formats.Select(FlowLogFormat.Parse)] });

    public static List<ReadItem> Read(string text, FlowReadOptions options) => Read(Encoding.UTF8.GetBytes(text), options);

    public static List<ReadItem> Read(ReadOnlySpan<byte> text, FlowReadOptions options)
    {
        var items = new List<ReadItem>();
        var reader = new LineReader("test", options);
        reader.Read(text, items);
        reader.Finish(items);
        return items;
    }

    /// <summary>The record's line, or the problem's id.</summary>
    public static string Describe(ReadItem item) => item.Record?.ToString() ?? item.Problem!.ErrorId;

    public static IEnumerable<string> Describe(IEnumerable<ReadItem> items) => items.Select(Describe);
}
