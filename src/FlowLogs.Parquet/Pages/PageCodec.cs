using System.IO.Compression;
using System.Runtime.InteropServices;
using FlowLogs.Parquet.Metadata;
using FlowLogs.Reading;
using Snappier;

namespace FlowLogs.Parquet.Pages;

/// <summary>Inflates a page. What comes out has a place of a fixed size, whatever the data claims.</summary>
internal static class PageCodec
{
    /// <summary>Inflates a page.</summary>
    /// <returns>How many bytes came out; some writers claim more than there are.</returns>
    /// <exception cref="InvalidDataException">It is broken, has more than it should, or the codec is not supported.</exception>
    public static int Inflate(Codec codec, ReadOnlyMemory<byte> compressed, Span<byte> page, Func<IZstdInflater>? zstd)
    {
        switch (codec)
        {
            case Codec.Snappy:
                // The library takes the room that the data claims before it looks whether there is so much.
                return Snappy.GetUncompressedLength(compressed.Span) <= page.Length && Snappy.TryDecompress(compressed.Span, page, out var written)
                    ? written
                    : throw TooLong();
            case Codec.Brotli:
                return BrotliDecoder.TryDecompress(compressed.Span, page, out written) ? written : throw TooLong();
            case Codec.Gzip:
                using (var gzip = new GZipStream(Open(compressed), CompressionMode.Decompress))
                    return ReadAll(gzip, page);
            case Codec.Zstd when zstd is not null:
                using (var inflated = zstd().Inflate(Open(compressed)))
                    return ReadAll(inflated, page);
            default:
                throw new InvalidDataException($"its pages are compressed with {codec}, which is not supported.");
        }
    }

    private static MemoryStream Open(ReadOnlyMemory<byte> compressed) =>
        MemoryMarshal.TryGetArray(compressed, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(compressed.ToArray(), writable: false);

    private static int ReadAll(Stream inflated, Span<byte> page)
    {
        var read = inflated.ReadAtLeast(page, page.Length, throwOnEndOfStream: false);
        Span<byte> more = stackalloc byte[1];
        return read < page.Length || inflated.Read(more) == 0 ? read : throw TooLong();
    }

    private static InvalidDataException TooLong() => new("a page is broken, or has more than it should.");
}
