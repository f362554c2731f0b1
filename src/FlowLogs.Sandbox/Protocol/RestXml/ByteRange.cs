using System.Globalization;
using System.Runtime.InteropServices;

namespace FlowLogs.Sandbox.Protocol.RestXml;

/// <summary>A part of an object: <c>bytes=first-last</c>, <c>bytes=first-</c> or <c>bytes=-last so many</c>.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ByteRange(int Start, int Length)
{
    private const string Unit = "bytes=";

    /// <summary>Reads a Range header.</summary>
    /// <returns>Null where the whole is to be sent: without a header, with one that is not well-formed or has several ranges.</returns>
    /// <exception cref="ServiceException"><c>InvalidRange</c>: the object has none of these bytes.</exception>
    public static ByteRange? Read(string? header, int total)
    {
        if (header?.StartsWith(Unit, StringComparison.OrdinalIgnoreCase) != true
            || header[Unit.Length..].Split('-') is not [var first, var last])
            return null;

        if (first.Length == 0)
        {
            if (!TryParse(last, out var count))
                return null;
            var length = (int)Math.Min(count, total);
            return length > 0 ? new ByteRange(total - length, length) : throw RestError.InvalidRange();
        }

        var end = long.MaxValue;
        if (!TryParse(first, out var start) || (last.Length > 0 && (!TryParse(last, out end) || end < start)))
            return null;
        return start < total
            ? new ByteRange((int)start, (int)(Math.Min(end, total - 1) - start) + 1)
            : throw RestError.InvalidRange();
    }

    /// <summary>The Content-Range header.</summary>
    public string Of(int total) =>
        string.Create(CultureInfo.InvariantCulture, $"bytes {Start}-{Start + Length - 1}/{total}");

    private static bool TryParse(string digits, out long number) =>
        long.TryParse(digits.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
