using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace FlowLogs.Peers.Data;

/// <summary>A temporary folder with the lines that are read, removed at the end.</summary>
internal sealed class BenchFolder : IDisposable
{
    private const int Seed = 1;
    private const int BytesPerLine = 125;

    private readonly string _path = Directory.CreateTempSubdirectory("flowlogs-bench-").FullName;

    // A process that is told to end disposes of nothing, and there may be gigabytes here.
    private readonly PosixSignalRegistration[] _signals;

    public BenchFolder() => _signals =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => Remove()), PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => Remove()),
    ];

    /// <summary>Whether there is room for a file of so many lines, and half as much again.</summary>
    public bool HasRoomFor(long lines) => new DriveInfo(_path).AvailableFreeSpace > lines * BytesPerLine * 3 / 2;

    /// <summary>A file of lines.</summary>
    public string Lines(long count)
    {
        var path = Path.Combine(_path, string.Create(CultureInfo.InvariantCulture, $"{count}.log"));
        if (File.Exists(path))
            return path;
        using var stream = File.Create(path);
        FlowFile.Write(stream, count, Seed);
        return path;
    }

    /// <summary>A file of lines in gzip: the same bytes as <see cref="Lines"/> has.</summary>
    public string Gzip(long count)
    {
        var path = Lines(count) + ".gz";
        using var source = File.OpenRead(Lines(count));
        Compress(source, source.Length, path);
        return path;
    }

    /// <summary>The same lines in some gzip files of about one size; a pattern that finds them.</summary>
    public string GzipParts(long count, int parts)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_path, "parts")).FullName;
        using var source = File.OpenRead(Lines(count));
        for (var part = 0; part < parts; part++)
        {
            var end = part == parts - 1 ? source.Length : LineEnd(source, source.Length * (part + 1) / parts);
            Compress(source, end - source.Position, Path.Combine(folder, $"{part}.log.gz"));
        }
        return Path.Combine(folder, "*.gz");
    }

    /// <summary>A file with an empty line, for what a program costs that reads nothing; in gzip where the name says so.</summary>
    public string Empty(string name)
    {
        var path = Path.Combine(_path, name);
        if (name.EndsWith(".gz", StringComparison.Ordinal))
            Compress(new MemoryStream("\n"u8.ToArray()), 1, path);
        else
            File.WriteAllText(path, "\n");
        return path;
    }

    public void Dispose()
    {
        Array.ForEach(_signals, static signal => signal.Dispose());
        Remove();
    }

    private void Remove()
    {
        if (Directory.Exists(_path))
            Directory.Delete(_path, recursive: true);
    }

    private static long LineEnd(FileStream source, long from)
    {
        var start = source.Position;
        source.Position = from;
        while (source.ReadByte() is not ('\n' or -1))
        {
        }
        var end = source.Position;
        source.Position = start;
        return end;
    }

    private static void Compress(Stream source, long length, string path)
    {
        using var gzip = new GZipStream(File.Create(path), CompressionLevel.Optimal);
        var buffer = new byte[1 << 20];
        while (length > 0)
        {
            var count = source.Read(buffer, 0, (int)Math.Min(buffer.Length, length));
            gzip.Write(buffer, 0, count);
            length -= count;
        }
    }
}
