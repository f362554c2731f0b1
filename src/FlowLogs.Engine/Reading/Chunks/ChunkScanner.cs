using FlowLogs.Records;
using FlowLogs.Scanning;
using Microsoft.Win32.SafeHandles;

namespace FlowLogs.Reading;

/// <summary>Reads chunks of a file, one at a time. It knows one format and nothing of what was before a chunk.</summary>
internal sealed class ChunkScanner
{
    // Behind the chunk, the end of its last line is looked for so far.
    private const int Step = 1024;
    private const int MaxSteps = LineScanner.MaxLineLength / Step;

    private readonly SafeFileHandle _file;
    private readonly RecordReader _records;
    // The byte before the chunk is read, too: a line begins behind a line feed.
    private byte[] _buffer;

    public ChunkScanner(SafeFileHandle file, string source, FlowReadOptions options, FlowLogFormat format)
    {
        _file = file;
        _buffer = ReadBuffers.Pool.Rent(1 + options.ChunkLength + (Step * MaxSteps));
        _records = new RecordReader(source, options with { Formats = [format] });
    }

    /// <summary>Reads the lines that begin in a part of the file.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="end">Where it ends; at most <see cref="FlowReadOptions.ChunkLength"/> bytes behind.</param>
    /// <param name="chunk">Takes what they have; it is empty.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public void Read(long start, long end, Chunk chunk)
    {
        chunk.End = end;
        var before = start > 0 ? 1 : 0;
        var length = ReadAll(_buffer.AsSpan(0, before + (int)(end - start)), start - before);
        var first = before == 0 ? 0 : _buffer.AsSpan(0, length).IndexOf((byte)'\n') + 1;
        if (before == 1 && first == 0)
            return;

        var last = FindEnd(start - before, ref length, out var isOpen);
        chunk.End = start - before + last;
        chunk.IsOpen = isOpen;
        Scan(_buffer.AsSpan(first, Math.Max(last - first, 0)), start - before + first, chunk);
    }

    /// <summary>To be called when nothing more is read.</summary>
    public void Release()
    {
        ReadBuffers.Pool.Return(_buffer);
        _buffer = [];
        _records.Release();
    }

    private void Scan(ReadOnlySpan<byte> block, long position, Chunk chunk)
    {
        var lines = new LineSplitter(block, _records.Index);
        while (true)
        {
            chunk.Lines += _records.ReadRun(ref lines, origins: default, chunk.Items);
            if (!lines.MoveNext())
                return;
            if (!_records.TryRead(lines, origin: default, chunk.Items))
                chunk.AddGap(block[lines.Start..lines.Next], position + lines.Next);
            chunk.Lines++;
        }
    }

    // Behind the last line feed that belongs to the chunk.
    private int FindEnd(long position, ref int length, out bool isOpen)
    {
        isOpen = false;
        if (length == 0 || _buffer[length - 1] == '\n')
            return length;
        var whole = _buffer.AsSpan(0, length).LastIndexOf((byte)'\n') + 1;
        for (var step = 0; step < MaxSteps; step++)
        {
            var more = ReadAll(_buffer.AsSpan(length, Step), position + length);
            var feed = _buffer.AsSpan(length, more).IndexOf((byte)'\n');
            if (feed >= 0)
                return length + feed + 1;
            length += more;
            if (more < Step)
                break;
        }

        isOpen = true;
        return whole;
    }

    private int ReadAll(Span<byte> buffer, long position)
    {
        var read = 0;
        for (int some; read < buffer.Length && (some = RandomAccess.Read(_file, buffer[read..], position + read)) > 0;)
            read += some;
        return read;
    }
}
