using System.Globalization;
using System.IO.Compression;
using FlowLogs.Peers.Harness;

namespace FlowLogs.Peers.Sides;

/// <summary>The least that reading a file can be: its line feeds counted, or what it inflates to thrown away.</summary>
internal static class BareReading
{
    private const int ChunkSize = 1 << 20;

    /// <summary>Counts line feeds, of parts of the file on as many threads.</summary>
    public static Side CountLineFeeds(string file, int threads) =>
        new(threads == 1 ? "line feeds counted" : $"line feeds counted, {threads} threads", () => Count(file, threads));

    /// <summary>Inflates, and looks at nothing.</summary>
    public static Side Inflate(string file) => new("`GZipStream` to nowhere", () =>
    {
        using var stream = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        var buffer = new byte[ChunkSize];
        while (stream.Read(buffer) > 0)
        {
        }
        return "";
    });

    private static string Count(string file, int threads)
    {
        using var handle = File.OpenHandle(file, options: FileOptions.SequentialScan);
        var length = RandomAccess.GetLength(handle);
        long total = 0;
        var workers = Enumerable.Range(0, threads).Select(part => new Thread(() =>
        {
            var buffer = new byte[ChunkSize];
            var end = length * (part + 1) / threads;
            long count = 0;
            for (var at = length * part / threads; at < end;)
            {
                var read = RandomAccess.Read(handle, buffer.AsSpan(0, (int)Math.Min(ChunkSize, end - at)), at);
                count += buffer.AsSpan(0, read).Count((byte)'\n');
                at += read;
            }
            Interlocked.Add(ref total, count);
        })).ToList();
        workers.ForEach(static worker => worker.Start());
        workers.ForEach(static worker => worker.Join());
        return total.ToString(CultureInfo.InvariantCulture);
    }
}
