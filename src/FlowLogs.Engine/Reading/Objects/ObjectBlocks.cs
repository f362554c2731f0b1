using System.Buffers;

namespace FlowLogs.Reading.Objects;

/// <summary>
/// Bytes of an object that have come, in blocks. At first there is one, which is used again and again; of a reader that goes
/// to and fro many are kept, and the one that was not needed for the longest time is given up.
/// </summary>
/// <param name="size">Of a block.</param>
/// <param name="most">How many are kept.</param>
internal sealed class ObjectBlocks(int size, int most) : IDisposable
{
    // The one that was needed last is the last.
    private readonly List<Block> _blocks = [];
    private Block? _filling;

    /// <summary>Whether several are kept.</summary>
    public bool KeepsMany { get; set; }

    /// <summary>What is known from a position on; empty where nothing is.</summary>
    public ReadOnlySpan<byte> At(long position)
    {
        for (var i = _blocks.Count - 1; i >= 0; i--)
        {
            var block = _blocks[i];
            if (position < block.Start || position >= block.End)
                continue;
            if (i < _blocks.Count - 1)
            {
                _blocks.RemoveAt(i);
                _blocks.Add(block);
            }

            return block.Bytes.AsSpan((int)(position - block.Start), (int)(block.End - position));
        }

        return [];
    }

    /// <summary>Where the bytes from a position on are to be put.</summary>
    public Memory<byte> RoomFor(long position)
    {
        if (_filling is null || _filling.End != position || _filling.Length == size)
            _filling = NewBlock(position);
        return _filling.Bytes.AsMemory(_filling.Length, size - _filling.Length);
    }

    /// <summary>Takes over what was put where <see cref="RoomFor"/> said.</summary>
    public void Add(int count) => _filling!.Length += count;

    public void Dispose()
    {
        foreach (var block in _blocks)
            ArrayPool<byte>.Shared.Return(block.Bytes);
        _blocks.Clear();
    }

    private Block NewBlock(long start)
    {
        var block = new Block(start, _blocks.Count < (KeepsMany ? most : 1) ? ArrayPool<byte>.Shared.Rent(size) : TakeOldest());
        _blocks.Add(block);
        return block;
    }

    private byte[] TakeOldest()
    {
        var bytes = _blocks[0].Bytes;
        _blocks.RemoveAt(0);
        return bytes;
    }

    private sealed class Block(long start, byte[] bytes)
    {
        public long Start => start;

        public long End => start + Length;

        public byte[] Bytes => bytes;

        public int Length { get; set; }
    }
}
