using System.IO.Compression;
using System.Text;

namespace FlowLogs.Tests.Sources;

/// <summary>Compresses what tests read.</summary>
internal static class Compress
{
    public static byte[] Gzip(ReadOnlySpan<byte> contents)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest))
            gzip.Write(contents);
        return memory.ToArray();
    }

    public static byte[] Gzip(string text) => Gzip(Encoding.UTF8.GetBytes(text));

    public static byte[] Zstd(ReadOnlySpan<byte> contents)
    {
        using var compressor = new ZstdSharp.Compressor();
        compressor.SetParameter(ZstdSharp.Unsafe.ZSTD_cParameter.ZSTD_c_checksumFlag, 1);
        return compressor.Wrap(contents).ToArray();
    }

    public static byte[] Zstd(string text) => Zstd(Encoding.UTF8.GetBytes(text));

    /// <summary>As many bytes of the same text as are asked for, compressed without ever being in memory.</summary>
    public static byte[] Bomb(long length, string text, bool isZstd = false)
    {
        var part = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, (1 << 20) / text.Length)));
        using var memory = new MemoryStream();
        using (Stream stream = isZstd ? new ZstdSharp.CompressionStream(memory) : new GZipStream(memory, CompressionLevel.Fastest))
        {
            for (; length > 0; length -= part.Length)
                stream.Write(part);
        }

        return memory.ToArray();
    }
}
