using FlowLogs.Hashing;
using FlowLogs.Querying.Cells;
using FlowLogs.Scanning;

namespace FlowLogs.Querying.Tables;

/// <summary>
/// Groups that several threads add to. They are in parts, told by the hash of the key: one is small enough to be near the
/// processor that works on it, and others work on other parts at the same time.
/// </summary>
/// <param name="layout">What lines and groups are.</param>
/// <param name="limit">How many groups there may be.</param>
/// <param name="partBits">How many bits of the hash tell the part.</param>
internal sealed class SharedTable(GroupLayout layout, int limit, int partBits = SharedTable.PartBits)
{
    /// <summary>As many bits of a hash tell the part, unless somebody says otherwise.</summary>
    public const int PartBits = 8;

    // As many as have a number with that of a part.
    private const int MaxCount = 1 << 29;

    // Fewer groups are joined before another thread has begun.
    private const int MinParallel = 1 << 14;

    private readonly int _limit = Math.Min(limit, MaxCount);
    private readonly CellTable[] _parts = [.. Enumerable.Range(0, 1 << partBits).Select(_ => new CellTable(layout))];
    private int _count;

    /// <summary>What lines and groups are.</summary>
    public GroupLayout Layout => layout;

    /// <summary>How many groups there are.</summary>
    public int Count => _count;

    /// <summary>The parts. They change while threads add to them.</summary>
    public IReadOnlyList<CellTable> Parts => _parts;

    /// <summary>How many groups a part has, or had just now.</summary>
    public int CountOf(int part) => _parts[part].Count;

    /// <summary>The numbers of all groups.</summary>
    public int[] Rows()
    {
        var rows = GC.AllocateUninitializedArray<int>(_count);
        var next = 0;
        for (var part = 0; part < _parts.Length; part++)
        {
            for (var i = 0; i < _parts[part].Count; i++)
                rows[next++] = (i << partBits) | part;
        }

        return rows;
    }

    /// <summary>All numbers of a group.</summary>
    public ReadOnlySpan<ulong> Group(int row) => _parts[row & (_parts.Length - 1)].Group(row >> partBits);

    /// <summary>The key of a group.</summary>
    public ReadOnlySpan<ulong> Key(int row) => _parts[row & (_parts.Length - 1)].Key(row >> partBits);

    /// <summary>What follows the key.</summary>
    public Span<ulong> Values(int row) => _parts[row & (_parts.Length - 1)].Values(row >> partBits);

    /// <summary>The number of the part for a hash.</summary>
    public int PartOf(ulong hash) => (int)(hash >> 1 >> (63 - partBits));

    /// <summary>Adds lines of one part. Any thread may do so.</summary>
    /// <param name="part">The part's number.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="count">How many there are.</param>
    /// <exception cref="SinkException"><c>TooManyGroups</c>: there are more than may be.</exception>
    public void AddLines(int part, ReadOnlySpan<ulong> lines, int count)
    {
        var table = _parts[part];
        int added;
        lock (table)
        {
            var known = table.Count;
            table.AddLines(lines, count, isFar: true);
            added = table.Count - known;
        }

        CountMore(added);
    }

    /// <summary>Adds the groups of a table. Any thread may do so.</summary>
    /// <exception cref="SinkException"><c>TooManyGroups</c>: there are more than may be.</exception>
    public void AddGroups(CellTable other)
    {
        var added = 0;
        for (var row = 0; row < other.Count; row++)
        {
            var key = other.Key(row);
            var hash = SeededHash.Of(key);
            var table = _parts[PartOf(hash)];
            lock (table)
            {
                var known = table.Count;
                layout.AddAll(table.Values(table.FindOrAdd(key, hash)), other.Values(row));
                added += table.Count - known;
            }
        }

        CountMore(added);
    }

    /// <summary>Adds the groups of another table with as many parts.</summary>
    /// <exception cref="SinkException"><c>TooManyGroups</c>: there are more than may be.</exception>
    public void AddGroups(SharedTable other)
    {
        if (other.Count < MinParallel)
            Array.ForEach(other._parts, AddGroups);
        else
            Parallel.ForEach(other._parts, AddGroups);
    }

    /// <summary>The group of a key, which must be there.</summary>
    public int Find(ReadOnlySpan<ulong> key)
    {
        var hash = SeededHash.Of(key);
        var part = PartOf(hash);
        return (_parts[part].Find(key, hash) << partBits) | part;
    }

    /// <summary>Checks that there are no more groups than may be.</summary>
    /// <param name="count">How many there are.</param>
    /// <exception cref="SinkException"><c>TooManyGroups</c>: there are more than may be.</exception>
    public void Check(int count)
    {
        if (count > _limit)
            throw new SinkException(TooMany());
    }

    /// <summary>Frees what finds groups. From now on none is looked for or added.</summary>
    public void Seal() => Array.ForEach(_parts, static part => part.Seal());

    /// <summary>A table of some groups, with texts of their own.</summary>
    /// <param name="rows">The groups; then, their numbers in the new table.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="picked">Takes those that the groups have.</param>
    public SharedTable Pick(Span<int> rows, TextStore texts, TextStore picked)
    {
        var table = new SharedTable(layout, rows.Length, partBits: 0);
        Span<ulong> key = new ulong[layout.KeyLength];
        foreach (ref var row in rows)
        {
            Key(row).CopyTo(key);
            foreach (ref var cell in key)
            {
                if (Cell.IsStoredText(cell, out var id))
                    cell = Cell.OfStoredText(picked.IdOf(texts.Get(id), SeededHash.OfText(texts.Get(id))));
            }

            var values = Values(row);
            row = table._parts[0].FindOrAdd(key, SeededHash.Of(key));
            values.CopyTo(table.Values(row));
        }

        return table;
    }

    private void CountMore(int added) => Check(Interlocked.Add(ref _count, added));

    private FlowLogException TooMany() => new(
        FlowQueryRunner.TooManyGroups,
        FlowErrorKind.LimitExceeded,
        $"There are more than {_limit:N0} groups, or different values in them. Group by fewer fields, choose fewer records with a "
        + "time range or conditions, or allow more with -MaxGroups where there is memory for them.");
}
