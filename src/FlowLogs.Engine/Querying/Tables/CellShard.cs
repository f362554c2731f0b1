namespace FlowLogs.Querying.Tables;

/// <summary>
/// A part of a <see cref="CellTable"/>. Its rows lie in pages, in the order in which they came, so that growing copies
/// nothing and going through them is cheap.
/// </summary>
/// <param name="keyLength">How many numbers the key has.</param>
/// <param name="valueLength">How many follow it; they begin with 0.</param>
internal sealed class CellShard(int keyLength, int valueLength)
{
    // From here on the slots do not fit into the processor's nearer caches.
    private const int ManyRows = 1 << 14;

    private const int PageBits = 12;
    private const int PageRows = 1 << PageBits;
    private const int FirstRows = 32;

    private readonly int _length = keyLength + valueLength;
    private HashSlots _slots = new();
    private ulong[]?[] _pages = [new ulong[FirstRows * (keyLength + valueLength)]];

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether it is worth while to look ahead for what is about to be asked for.</summary>
    public bool IsLarge => Count >= ManyRows;

    /// <summary>The key of a row.</summary>
    public ReadOnlySpan<ulong> Key(int row) => _pages[row >> PageBits].AsSpan((row & (PageRows - 1)) * _length, keyLength);

    /// <summary>What follows the key.</summary>
    public Span<ulong> Values(int row) => _pages[row >> PageBits].AsSpan(((row & (PageRows - 1)) * _length) + keyLength, valueLength);

    /// <summary>The row of a key; -1 if there is none.</summary>
    public int Find(ReadOnlySpan<ulong> key, uint hash)
    {
        var slot = hash;
        int row;
        while ((row = _slots.Next(hash, ref slot)) >= 0)
        {
            if (IsKey(row, key))
                break;
        }

        return row;
    }

    /// <summary>Adds a row for a key that has none.</summary>
    public int Add(ReadOnlySpan<ulong> key, uint hash)
    {
        var row = Count++;
        var page = row >> PageBits;
        if (page == _pages.Length)
            Array.Resize(ref _pages, 2 * page);
        if (_pages[page] is not { } rows || rows.Length == (row & (PageRows - 1)) * _length)
            Grow(ref _pages[page]);
        key.CopyTo(_pages[page].AsSpan((row & (PageRows - 1)) * _length));
        _slots.Add(hash, row);
        return row;
    }

    /// <summary>The row that the first slot of a hash leads to, or any.</summary>
    public int Guess(uint hash) => Math.Max(HashSlots.NumberIn(_slots.First(hash)) - 1, 0);

    /// <summary>Frees what finds rows. From now on none is looked for or added.</summary>
    public void Seal() => _slots = new HashSlots();

    /// <summary>Makes room for finding about so many rows in all, that growing need not go there by steps.</summary>
    public void Expect(int count) => _slots.Expect(count);

    // Only the first page begins small: most tables have few rows.
    private void Grow(ref ulong[]? page)
    {
        if (page is null)
            page = new ulong[(Count > PageRows ? PageRows : FirstRows) * _length];
        else
            Array.Resize(ref page, 2 * page.Length);
    }

    private bool IsKey(int row, ReadOnlySpan<ulong> key)
    {
        var known = Key(row);
        for (var i = 0; i < key.Length; i++)
        {
            if (known[i] != key[i])
                return false;
        }

        return true;
    }
}
