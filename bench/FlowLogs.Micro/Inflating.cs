using System.IO.Compression;
using BenchmarkDotNet.Attributes;
using FlowLogs.Reading;

namespace FlowLogs.Micro;

/// <summary>Inflating lines.</summary>
public class Inflating
{
    private readonly byte[] _buffer = new byte[1 << 16];

    /// <summary>The stream of .NET, which takes the end of the file for the end of the data.</summary>
    [Benchmark(Baseline = true, Description = "GZipStream", OperationsPerInvoke = SampleLines.Count)]
    public long Plain() => ReadAll(new GZipStream(new MemoryStream(SampleLines.Gzip), CompressionMode.Decompress));

    /// <summary>The stream that knows whether all has come.</summary>
    [Benchmark(Description = "CheckedGzipStream", OperationsPerInvoke = SampleLines.Count)]
    public long Checked() => ReadAll(new CheckedGzipStream(new MemoryStream(SampleLines.Gzip)));

    private long ReadAll(Stream stream)
    {
        using (stream)
        {
            long total = 0;
            for (int count; (count = stream.Read(_buffer)) > 0;)
                total += count;
            return total;
        }
    }
}
