using System.IO.Compression;
using FlowLogs.Peers.Data;

namespace FlowLogs.Micro;

/// <summary>The lines that everything is measured over.</summary>
internal static class SampleLines
{
    public const int Count = 100_000;

    private const int Seed = 1;

    public static byte[] Text { get; } = Make();

    public static byte[] Gzip { get; } = Compress();

    private static byte[] Make()
    {
        var stream = new MemoryStream();
        FlowFile.Write(stream, Count, Seed);
        return stream.ToArray();
    }

    private static byte[] Compress()
    {
        var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal))
            gzip.Write(Text);
        return stream.ToArray();
    }
}
