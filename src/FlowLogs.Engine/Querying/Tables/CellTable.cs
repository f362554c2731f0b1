using System.Numerics;
using FlowLogs.Querying.Cells;
using FlowLogs.Scanning;

namespace FlowLogs.Querying.Tables;

/// <summary>
/// Rows of numbers that are found by their first ones, the key. Their hash tells in which of some parts they are, so that
/// two tables can be joined part by part, by as many threads.
/// </summary>
internal sealed class CellTable
{
    // Fewer rows are joined before another thread has begun.
    private const int MinParallel = 1 << 14;

    private const int Gathered = 32;

    // A part for each processor. The highest bits of a hash tell it, since the lowest tell the slot.
    private static readonly int ShardBits = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(Environment.ProcessorCount, 1, 16)));

    private readonly int _keyLength;
    private readonly int _valueLength;
    private readonly int _limit;
    private readonly CellShard[] _shards;
    private int _count;
    private ulong _touched;

    /// <param name="keyLength">How many numbers the key has.</param>
    /// <param name="valueLength">How many follow it; they begin with 0.</param>
    /// <param name="limit">How many rows there may be.</param>
    public CellTable(int keyLength, int valueLength, int limit)
    {
        _keyLength = keyLength;
        _valueLength = valueLength;
        _limit = Math.Min(limit, HashSlots.MaxCount);
        _shards = new CellShard[1 << ShardBits];
        for (var i = 0; i < _shards.Length; i++)
            _shards[i] = new CellShard(keyLength, valueLength);
    }

    /// <summary>Adds values to those of the same key.</summary>
    public delegate void Joiner(Span<ulong> values, ReadOnlySpan<ulong> other);

    /// <summary>How many rows there are.</summary>
    public int Count => _count;

    /// <summary>Behind the largest number of a row: not all below it are one's.</summary>
    public int EndRow => _shards.Max(static shard => shard.Count) << ShardBits;

    /// <summary>The numbers of all rows.</summary>
    public int[] Rows()
    {
        var rows = new int[_count];
        var next = 0;
        for (var shard = 0; shard < _shards.Length; shard++)
        {
            for (var i = 0; i < _shards[shard].Count; i++)
                rows[next++] = RowOf(shard, i);
        }

        return rows;
    }

    /// <summary>The key of a row.</summary>
    public ReadOnlySpan<ulong> Key(int row) => _shards[row & (_shards.Length - 1)].Key(row >> ShardBits);

    /// <summary>What follows the key.</summary>
    public Span<ulong> Values(int row) => _shards[row & (_shards.Length - 1)].Values(row >> ShardBits);

    /// <summary>The row of a key, which is added if there is none.</summary>
    /// <exception cref="FlowLogException"><c>TooManyGroups</c>: it would be one too many.</exception>
    public int FindOrAdd(ReadOnlySpan<ulong> key, uint hash)
    {
        var number = ShardOf(hash);
        var shard = _shards[number];
        var row = shard.Find(key, hash);
        if (row < 0)
        {
            if (_count == _limit)
                throw new SinkException(TooMany());
            _count++;
            row = shard.Add(key, hash);
        }

        return RowOf(number, row);
    }

    /// <summary>
    /// Looks at what is about to be asked for. In a large table each answer waits for memory; here nothing depends on the
    /// one before, and the processor waits for all of them at once.
    /// </summary>
    public void Touch(ReadOnlySpan<uint> hashes)
    {
        // What is read must be of some use, or it would not be read.
        if (_shards[0].IsLarge)
            _touched = LookAt(hashes);
    }

    /// <summary>Takes all rows of another table.</summary>
    /// <param name="other">The other table, with keys and values of the same lengths.</param>
    /// <param name="join">Adds values; all threads call it.</param>
    /// <returns>The row here of each row there.</returns>
    /// <exception cref="FlowLogException"><c>TooManyGroups</c>: there would be too many.</exception>
    public int[] TakeAll(CellTable other, Joiner join)
    {
        var rows = new int[other.EndRow];
        Parallel.For(0, other.Count < MinParallel ? 1 : _shards.Length, part =>
        {
            var end = other.Count < MinParallel ? _shards.Length : part + 1;
            for (var number = part; number < end; number++)
                TakeShard(number, other._shards[number], join, rows);
        });
        _count = _shards.Sum(static shard => shard.Count);
        return _count <= _limit ? rows : throw new SinkException(TooMany());
    }

    /// <summary>Frees what finds rows. From now on none is looked for or added.</summary>
    public void Seal()
    {
        foreach (var shard in _shards)
            shard.Seal();
    }

    /// <summary>A table of some rows, with texts of their own.</summary>
    /// <param name="rows">The rows; then, their numbers in the new table.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="picked">Takes those that the rows have.</param>
    public CellTable Pick(Span<int> rows, TextStore texts, TextStore picked)
    {
        var table = new CellTable(_keyLength, _valueLength, rows.Length);
        Span<ulong> key = new ulong[_keyLength];
        foreach (ref var row in rows)
        {
            Key(row).CopyTo(key);
            foreach (ref var cell in key)
            {
                if (Cell.IsStoredText(cell, out var id))
                    cell = Cell.OfStoredText(picked.IdOf(texts.Get(id), CellHash.OfText(texts.Get(id))));
            }

            var values = Values(row);
            row = table.FindOrAdd(key, CellHash.Of(key));
            values.CopyTo(table.Values(row));
        }

        return table;
    }

    private static int ShardOf(uint hash) => (int)((ulong)hash >> (32 - ShardBits));

    private static int RowOf(int shard, int row) => (row << ShardBits) | shard;

    private ulong LookAt(ReadOnlySpan<uint> hashes)
    {
        Span<int> rows = stackalloc int[hashes.Length];
        for (var i = 0; i < hashes.Length; i++)
            rows[i] = _shards[ShardOf(hashes[i])].Guess(hashes[i]);
        var seen = 0UL;
        for (var i = 0; i < hashes.Length; i++)
            seen ^= _shards[ShardOf(hashes[i])].Key(rows[i])[0];
        return seen;
    }

    private void TakeShard(int number, CellShard from, Joiner join, int[] rows)
    {
        var shard = _shards[number];
        var known = shard.Count;
        Span<uint> gathered = stackalloc uint[Gathered];
        var touched = 0UL;
        for (var start = 0; start < from.Count; start += Gathered)
        {
            var hashes = gathered[..Math.Min(Gathered, from.Count - start)];
            for (var i = 0; i < hashes.Length; i++)
                hashes[i] = CellHash.Of(from.Key(start + i));
            if (shard.IsLarge)
                touched ^= LookAt(hashes);
            for (var i = 0; i < hashes.Length; i++)
            {
                var key = from.Key(start + i);
                var row = shard.Find(key, hashes[i]);
                if (row < 0)
                    row = shard.Add(key, hashes[i]);
                join(shard.Values(row), from.Values(start + i));
                rows[RowOf(number, start + i)] = RowOf(number, row);
            }

            // How many of the first ones were new tells about the others.
            if (start == 0)
                shard.Expect((int)Math.Min(shard.Count + ((long)(shard.Count - known) * (from.Count - hashes.Length) / hashes.Length), HashSlots.MaxCount));
        }

        _touched = touched;
    }

    private FlowLogException TooMany() => new(
        FlowQueryRunner.TooManyGroups,
        FlowErrorKind.LimitExceeded,
        $"There are more than {_limit:N0} groups, or different values in them. Group by fewer fields, choose fewer records with a "
        + "time range or conditions, or allow more with -MaxGroups where there is memory for them.");
}
