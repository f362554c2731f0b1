using System.Net.Http.Headers;
using System.Runtime.InteropServices;

namespace FlowLogs.Aws;

/// <summary>The part of an object that an answer has.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="Length">The length of the whole object.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ContentRange(long Start, long Length)
{
    /// <summary>Reads the header of the same name; null where it is none, or leaves one of the two open.</summary>
    public static ContentRange? Parse(string? text) =>
        ContentRangeHeaderValue.TryParse(text, out var range) && range is { From: { } start, Length: { } length }
            ? new ContentRange(start, length)
            : null;
}
