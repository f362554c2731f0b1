using FlowLogs.Hashing;

namespace FlowLogs.Querying.Cells;

/// <summary>
/// Texts that do not fit into a cell, and a number for each, the same in all threads. A thread may read the texts whose
/// numbers it was given while others add more.
/// </summary>
internal sealed class TextStore
{
    // No field is longer than a line, and no line longer than this.
    private const int PageBits = 16;

    private readonly object _lock = new();
    private HashSlots _slots = new();
    private byte[][] _pages = [new byte[1 << PageBits]];
    private int _lastPage;
    private int _used;

    // Page, offset in it, and length of each text.
    private long[] _places = new long[64];
    private int _count;

    /// <summary>The length of the longest text; 0 where there is none.</summary>
    public int MaxLength { get; private set; }

    /// <summary>The number of a text.</summary>
    public int IdOf(ReadOnlySpan<byte> text, uint hash)
    {
        lock (_lock)
        {
            var id = Find(_slots, text, hash);
            if (id >= 0)
                return id;
            id = Add(text);
            _slots.Add(hash, id);
            return id;
        }
    }

    /// <summary>The number of a text in slots that have numbers of this store; -1 where they lack it.</summary>
    public int Find(in HashSlots slots, ReadOnlySpan<byte> text, uint hash)
    {
        var slot = hash;
        int id;
        while ((id = slots.Next(hash, ref slot)) >= 0)
        {
            if (Get(id).SequenceEqual(text))
                break;
        }

        return id;
    }

    /// <summary>The text of a number.</summary>
    public ReadOnlySpan<byte> Get(int id)
    {
        var place = _places[id];
        return _pages[(int)(place >> (2 * PageBits))].AsSpan((int)(place >> PageBits) & ushort.MaxValue, (int)place & ushort.MaxValue);
    }

    // What is there stays where it is, and arrays that others may be reading are left to them.
    private int Add(ReadOnlySpan<byte> text)
    {
        if (_used + text.Length > 1 << PageBits)
        {
            if (++_lastPage == _pages.Length)
                Array.Resize(ref _pages, 2 * _pages.Length);
            _pages[_lastPage] = new byte[1 << PageBits];
            _used = 0;
        }

        if (_count == _places.Length)
            Array.Resize(ref _places, 2 * _places.Length);
        MaxLength = Math.Max(MaxLength, text.Length);
        text.CopyTo(_pages[_lastPage].AsSpan(_used));
        _places[_count] = ((long)_lastPage << (2 * PageBits)) | ((long)_used << PageBits) | (uint)text.Length;
        _used += text.Length;
        return _count++;
    }
}
