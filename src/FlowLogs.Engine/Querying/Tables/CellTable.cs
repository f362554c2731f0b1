using FlowLogs.Querying.Cells;
using FlowLogs.Scanning;

namespace FlowLogs.Querying.Tables;

/// <summary>
/// Rows of numbers that are found by their first ones, the key. All rows lie in one array, in the order in which they came,
/// so that growing copies them in one piece and going through them is cheap.
/// </summary>
/// <param name="keyLength">How many numbers the key has.</param>
/// <param name="valueLength">How many follow it; they begin with 0.</param>
/// <param name="limit">How many rows there may be.</param>
internal sealed class CellTable(int keyLength, int valueLength, int limit)
{
    // From here on the slots do not fit into the processor's nearer caches.
    private const int ManyRows = 1 << 14;

    private readonly int _length = keyLength + valueLength;

    // Nor can there be more than an array holds.
    private readonly int _limit = Math.Min(limit, Math.Min(Array.MaxLength / (keyLength + valueLength), HashSlots.MaxCount));
    private HashSlots _slots = new();
    private ulong[] _rows = new ulong[32 * (keyLength + valueLength)];
    private ulong _touched;

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>The key of a row.</summary>
    public ReadOnlySpan<ulong> Key(int row) => _rows.AsSpan(row * _length, keyLength);

    /// <summary>What follows the key. Valid until a row is added.</summary>
    public Span<ulong> Values(int row) => _rows.AsSpan((row * _length) + keyLength, valueLength);

    /// <summary>The row of a key, which is added if there is none.</summary>
    /// <exception cref="FlowLogException"><c>TooManyGroups</c>: it would be one too many.</exception>
    public int FindOrAdd(ReadOnlySpan<ulong> key, uint hash)
    {
        var slot = hash;
        int row;
        while ((row = _slots.Next(hash, ref slot)) >= 0)
        {
            if (IsKey(row, key))
                return row;
        }

        return Add(key, hash);
    }

    /// <summary>
    /// Looks at what is about to be asked for. In a large table each answer waits for memory; here nothing depends on the
    /// one before, and the processor waits for all of them at once.
    /// </summary>
    public void Touch(ReadOnlySpan<uint> hashes)
    {
        if (Count < ManyRows)
            return;
        Span<int> rows = stackalloc int[hashes.Length];
        for (var i = 0; i < hashes.Length; i++)
            rows[i] = HashSlots.NumberIn(_slots.First(hashes[i]));
        foreach (var row in rows)
            _touched ^= _rows[Math.Max(row - 1, 0) * _length];
    }

    /// <summary>Frees what finds rows. From now on none is looked for or added.</summary>
    public void Seal() => _slots = new HashSlots();

    /// <summary>A table of some rows, in this order, with texts of their own.</summary>
    public CellTable Pick(ReadOnlySpan<int> rows, TextStore texts, TextStore picked)
    {
        var table = new CellTable(keyLength, valueLength, rows.Length);
        Span<ulong> key = new ulong[keyLength];
        foreach (var row in rows)
        {
            Key(row).CopyTo(key);
            foreach (ref var cell in key)
            {
                if (Cell.IsStoredText(cell, out var id))
                    cell = Cell.OfStoredText(picked.IdOf(texts.Get(id), CellHash.OfText(texts.Get(id))));
            }

            Values(row).CopyTo(table.Values(table.FindOrAdd(key, CellHash.Of(key))));
        }

        return table;
    }

    /// <summary>Makes room for about so many rows in all, that growing need not go there by steps.</summary>
    public void Expect(long count)
    {
        count = Math.Min(count, _limit);
        _slots.Expect((int)count);
        if (count * _length > _rows.Length)
            Array.Resize(ref _rows, (int)count * _length);
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

    private int Add(ReadOnlySpan<ulong> key, uint hash)
    {
        if (Count == _limit)
            throw new SinkException(TooMany());
        var row = Count++;
        if (Count * _length > _rows.Length)
            Array.Resize(ref _rows, (int)Math.Min(2L * _rows.Length, Array.MaxLength));
        key.CopyTo(_rows.AsSpan(row * _length));
        _slots.Add(hash, row);
        return row;
    }

    private FlowLogException TooMany() => new(
        FlowQueryRunner.TooManyGroups,
        FlowErrorKind.LimitExceeded,
        $"There are more than {_limit:N0} groups, or different values in them. Group by fewer fields, choose fewer records with a "
        + "time range or conditions, or allow more with -MaxGroups where there is memory for them.");
}
