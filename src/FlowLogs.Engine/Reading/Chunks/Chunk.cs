using System.Buffers;

namespace FlowLogs.Reading;

/// <summary>What a part of a file has: records of lines that leave no doubt, and the other lines, which must be read in order.</summary>
internal sealed class Chunk
{
    private readonly ArrayBufferWriter<byte> _text = new();

    /// <summary>The records.</summary>
    public List<ReadItem> Items { get; } = [];

    /// <summary>The other lines.</summary>
    public List<ChunkGap> Gaps { get; } = [];

    /// <summary>How many lines there are, of either kind.</summary>
    public long Lines { get; set; }

    /// <summary>Where the chunk's lines end in the file.</summary>
    public long End { get; set; }

    /// <summary>Whether a line begins at <see cref="End"/> that is too long to be looked for its end here, or the file ends in it.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Makes it ready to be used again.</summary>
    public void Clear()
    {
        Items.Clear();
        Gaps.Clear();
        _text.ResetWrittenCount();
        Lines = 0;
        IsOpen = false;
    }

    /// <summary>The text of a gap.</summary>
    public ReadOnlySpan<byte> TextOf(in ChunkGap gap) => _text.WrittenSpan.Slice(gap.TextStart, gap.TextLength);

    /// <summary>Adds a line that is in doubt.</summary>
    /// <param name="line">The line, with its line feed.</param>
    /// <param name="end">Where it ends in the file.</param>
    public void AddGap(ReadOnlySpan<byte> line, long end)
    {
        var start = _text.WrittenCount;
        _text.Write(line);
        if (Gaps.Count > 0 && Gaps[^1] is var last && last.LineBefore + last.Lines == Lines)
            Gaps[^1] = last with { Lines = last.Lines + 1, TextLength = last.TextLength + line.Length, End = end };
        else
            Gaps.Add(new ChunkGap(Items.Count, Lines, 1, start, line.Length, end));
    }
}
