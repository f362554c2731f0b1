using System.Buffers.Text;
using System.Collections.Specialized;
using System.Globalization;

namespace FlowLogs.Sandbox.Protocol.RestXml;

/// <summary>
/// The chunks that SDKs cut an upload into to sign them one by one, or to send a checksum behind it:
/// <c>length in hexadecimal[;chunk-signature=...]</c>, the bytes, each with a line break, and at the end trailing headers.
/// Neither signatures nor checksums are looked at.
/// </summary>
internal static class AwsChunks
{
    /// <summary>What Content-Encoding names for them.</summary>
    public const string Encoding = "aws-chunked";

    /// <summary>Whether a body is made of chunks.</summary>
    public static bool AreIn(NameValueCollection headers) =>
        headers["x-amz-content-sha256"]?.StartsWith("STREAMING-", StringComparison.Ordinal) == true
        || headers["Content-Encoding"]?.Split(',').Any(e => e.Trim().Equals(Encoding, StringComparison.OrdinalIgnoreCase)) == true;

    /// <summary>Puts the chunks of a body together, in its place.</summary>
    public static Memory<byte> Join(Memory<byte> body, NameValueCollection headers)
    {
        var bytes = body.Span;
        var (read, written) = (0, 0);
        while (true)
        {
            var length = ReadLength(bytes[read..], out var lineLength);
            read += lineLength;
            if (length == 0)
                break;
            if (length > bytes.Length - read - 2 || !bytes[(read + length)..].StartsWith("\r\n"u8))
                throw RestError.IncompleteBody();
            bytes.Slice(read, length).CopyTo(bytes[written..]);
            read += length + 2;
            written += length;
        }

        var promised = headers["x-amz-decoded-content-length"];
        return promised is null || promised == written.ToString(CultureInfo.InvariantCulture)
            ? body[..written]
            : throw RestError.IncompleteBody();
    }

    private static int ReadLength(ReadOnlySpan<byte> bytes, out int lineLength)
    {
        var end = bytes.IndexOf("\r\n"u8);
        var line = bytes[..Math.Max(end, 0)];
        var digits = line.IndexOf((byte)';') is >= 0 and var semicolon ? line[..semicolon] : line;
        if (!Utf8Parser.TryParse(digits, out int length, out var used, 'x') || used != digits.Length || length < 0)
            throw RestError.IncompleteBody();
        lineLength = end + 2;
        return length;
    }
}
