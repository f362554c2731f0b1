using System.Runtime.InteropServices;

namespace FlowLogs.Reading;

/// <summary>
/// A source of lines. A large file is read by all processors once its beginning has shown that it has lines that can be
/// read without knowing what was before them.
/// </summary>
internal sealed class TextBatches(FlowSource source, FlowReadOptions options, Stream stream) : SourceBatches
{
    // With less than that left, one thread is done before others have begun.
    private const int MinChunks = 4;

    private readonly LineBlockReader _blocks = new(stream);
    private readonly LineReader _lines = new(source.Name, options);
    private FileChunks? _chunks;
    private long _position;
    private bool _isByOneThread = options.IsByOneThread;

    public override bool Read(List<ReadItem> items)
    {
        if (_chunks is not null || TryOpenChunks())
            return ReadChunk(_chunks!, items);
        var block = _blocks.Read(_lines.IsInObject);
        _lines.ReadPart(block.Span, items);
        return !block.IsEmpty;
    }

    public override void Finish(ICollection<ReadItem> items) => _lines.Finish(items);

    public override void Dispose()
    {
        _chunks?.Dispose();
        _blocks.Dispose();
        stream.Dispose();
    }

    private bool TryOpenChunks()
    {
        if (_isByOneThread || stream is not FileStream file || _blocks.LinePosition is not (> 0 and var position)
            || file.Length - position < MinChunks * (long)options.ChunkLength || _lines.IsInObject || !_lines.IsMostlyPlain || _lines.PlainFormat is not { } format)
        {
            return false;
        }

        _chunks = new FileChunks(file.SafeFileHandle, source.Name, options, format, position, file.Length);
        return true;
    }

    private bool ReadChunk(FileChunks chunks, List<ReadItem> items)
    {
        if (chunks.Next() is not { } chunk)
        {
            // The last line may lack its line feed, and the file may have grown.
            ReadOn(_position);
            return true;
        }

        var (item, line) = (0, 0L);
        foreach (var gap in chunk.Gaps)
        {
            Take(gap.ItemsBefore, gap.LineBefore);
            _lines.ReadPart(chunk.TextOf(gap), items);
            line += gap.Lines;
            if (!_lines.Accepts(chunks.Format))
            {
                ReadOn(options.Sinks is null ? gap.End : throw new ChangedFormatException());
                return true;
            }
        }

        Take(chunk.Items.Count, chunk.Lines);
        _position = chunk.End;
        if (chunk.IsOpen)
            ReadOn(options.Sinks is null || chunks.IsAtEnd ? chunk.End : throw new ChangedFormatException());
        return true;

        void Take(int itemsEnd, long linesEnd)
        {
            if (linesEnd > line)
                _lines.BreakObject(items);
            items.AddRange(CollectionsMarshal.AsSpan(chunk.Items)[item..itemsEnd]);
            item = itemsEnd;
            _lines.Skip(linesEnd - line);
            line = linesEnd;
        }
    }

    private void ReadOn(long position)
    {
        _chunks!.Dispose();
        _chunks = null;
        _isByOneThread = true;
        _blocks.MoveTo(position);
    }
}
