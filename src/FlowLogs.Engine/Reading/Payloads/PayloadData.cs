using System.Buffers;
using System.Buffers.Text;
using System.IO.Compression;

namespace FlowLogs.Reading.Payloads;

/// <summary>Decodes the data in a payload: Base64, and in it mostly gzip, twice where Firehose compresses as well.</summary>
internal static class PayloadData
{
    private const int MaxLayers = 2;
    private const int FirstLength = 16 * 1024;

    private static readonly byte[] Last = MakeLast();

    private static ReadOnlySpan<byte> Mark => "The end of what FlowLogs inflates."u8;

    /// <summary>How gzip begins in Base64.</summary>
    public static ReadOnlySpan<byte> GzipInBase64 => "H4sI"u8;

    /// <summary>Decodes it. What comes out has at most so many bytes, whatever the data claims.</summary>
    /// <exception cref="FlowLogException"><c>InvalidBase64</c>, <c>InvalidGzip</c>, <c>PayloadTooLarge</c>.</exception>
    public static ReadOnlyMemory<byte> Decode(ReadOnlySpan<byte> base64, int maxLength)
    {
        var decoded = new byte[Base64.GetMaxDecodedFromUtf8Length(base64.Length)];
        if (Base64.DecodeFromUtf8(base64, decoded, out _, out var length) != OperationStatus.Done)
            throw new FlowLogException("InvalidBase64", FlowErrorKind.InvalidData, "the data is not valid Base64.");

        var data = decoded.AsMemory(0, length);
        for (var layer = 0; layer < MaxLayers && SourceContents.IsGzip(data.Span); layer++)
            data = Inflate(data, maxLength);
        return data;
    }

    // GZipStream takes the end of the data for the end of a member wherever it comes. So a member of our own follows the
    // data: where the data is whole, and only there, it is inflated too.
    private static Memory<byte> Inflate(ReadOnlyMemory<byte> data, int maxLength)
    {
        using var inflated = new GZipStream(new MemoryStream([.. data.Span, .. Last], writable: false), CompressionMode.Decompress);
        var most = maxLength + (long)Mark.Length;
        var result = new byte[Math.Min(FirstLength, most + 1)];
        var length = 0;
        try
        {
            for (int read; (read = inflated.Read(result, length, result.Length - length)) > 0;)
            {
                length += read;
                if (length > most)
                    throw new FlowLogException("PayloadTooLarge", FlowErrorKind.InvalidData, $"the data has more than {maxLength:N0} bytes when it is inflated.");
                if (length == result.Length)
                    Array.Resize(ref result, (int)Math.Min(result.Length * 2L, Math.Min(most + 1, Array.MaxLength)));
            }
        }
        catch (InvalidDataException e)
        {
            throw new FlowLogException("InvalidGzip", FlowErrorKind.InvalidData, $"the data is not valid gzip, or breaks off: {e.Message}", innerException: e);
        }

        return result.AsSpan(0, length).EndsWith(Mark)
            ? result.AsMemory(0, length - Mark.Length)
            : throw new FlowLogException("InvalidGzip", FlowErrorKind.InvalidData, "the data is not valid gzip: it breaks off, or something follows it.");
    }

    private static byte[] MakeLast()
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest))
            gzip.Write(Mark);
        return memory.ToArray();
    }
}
