using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FlowLogs.Hashing;

namespace FlowLogs.Querying.Tables;

/// <summary>
/// Groups, which are found by their keys. They lie in pages, in the order in which they came, so that growing copies nothing
/// and going through them is cheap.
/// </summary>
/// <param name="layout">What lines and groups are.</param>
internal sealed class CellTable(GroupLayout layout)
{
    // So many lines are looked up at once: each answer of memory is waited for, and nothing depends on the one before.
    private const int Gathered = 32;

    private const int PageBits = 12;
    private const int PageRows = 1 << PageBits;
    private const int FirstRows = 32;

    private static readonly uint[] NoSlots = [0];

    private const int FirstSlots = 64;

    // Open addressing: in the lower bits of a slot, as many as the number of a slot has, the number of a group and one; in the
    // others those of its hash. 0 is free; at least half of the slots are.
    private uint[] _slots = NoSlots;
    private ulong[]?[] _pages = [null];
    private ulong _touched;

    /// <summary>How many groups there are.</summary>
    public int Count { get; private set; }

    /// <summary>All numbers of a group.</summary>
    public ReadOnlySpan<ulong> Group(int row) => MemoryMarshal.CreateReadOnlySpan(ref First(row), layout.GroupLength);

    /// <summary>The key of a group.</summary>
    public ReadOnlySpan<ulong> Key(int row) => MemoryMarshal.CreateReadOnlySpan(ref First(row), layout.KeyLength);

    /// <summary>What follows the key.</summary>
    public Span<ulong> Values(int row) => MemoryMarshal.CreateSpan(ref Unsafe.Add(ref First(row), layout.KeyLength), layout.ValueLength);

    /// <summary>Adds lines to their groups.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="isFar">Whether the groups are not in the processor's nearer caches.</param>
    public void AddLines(ReadOnlySpan<ulong> lines, int count, bool isFar)
    {
        Span<ulong> gathered = stackalloc ulong[Gathered];
        var (length, keyLength) = (layout.LineLength, layout.KeyLength);
        for (var start = 0; start < count; start += Gathered)
        {
            var hashes = gathered[..Math.Min(Gathered, count - start)];
            var some = lines.Slice(start * length, hashes.Length * length);
            for (var i = 0; i < hashes.Length; i++)
                hashes[i] = SeededHash.Of(some.Slice(i * length, keyLength));
            if (isFar)
                Touch(hashes);
            for (var i = 0; i < hashes.Length; i++)
            {
                var line = some.Slice(i * length, length);
                GroupLayout.AddLine(Values(FindOrAdd(line[..keyLength], hashes[i])), line[keyLength..]);
            }
        }
    }

    /// <summary>The group of a key; -1 if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ReadOnlySpan<ulong> key, ulong hash)
    {
        var slots = _slots;
        var mask = (uint)(slots.Length - 1);
        for (var slot = (uint)hash; ; slot++)
        {
            var held = slots[slot & (uint)(slots.Length - 1)];
            if (held == 0)
                return -1;
            var row = (int)(held & mask) - 1;
            if ((held & ~mask) == TagOf(hash, mask) && IsKey(row, key))
                return row;
        }
    }

    /// <summary>The group of a key, which is added if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FindOrAdd(ReadOnlySpan<ulong> key, ulong hash)
    {
        var row = Find(key, hash);
        return row >= 0 ? row : Add(key, hash);
    }

    /// <summary>Frees what finds groups. From now on none is looked for or added.</summary>
    public void Seal() => _slots = NoSlots;

    private int Add(ReadOnlySpan<ulong> key, ulong hash)
    {
        var row = Count++;
        var page = row >> PageBits;
        if (page == _pages.Length)
            Array.Resize(ref _pages, 2 * page);
        if (_pages[page] is not { } rows || rows.Length == (row & (PageRows - 1)) * layout.GroupLength)
            Grow(ref _pages[page]);
        key.CopyTo(MemoryMarshal.CreateSpan(ref First(row), layout.KeyLength));
        Values(row).Clear();
        if (2 * Count > _slots.Length)
            GrowSlots();
        else
            Put(_slots, hash, row);
        return row;
    }

    private void GrowSlots()
    {
        // Cleared by writing: what is read first in memory that the system has not given yet costs as much as two times.
        var larger = GC.AllocateUninitializedArray<uint>(Math.Max(FirstSlots, 2 * _slots.Length));
        larger.AsSpan().Clear();
        for (var row = 0; row < Count; row++)
            Put(larger, SeededHash.Of(Key(row)), row);
        _slots = larger;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(uint[] slots, ulong hash, int row)
    {
        var slot = (uint)hash;
        while (slots[slot & (uint)(slots.Length - 1)] != 0)
            slot++;
        slots[slot & (uint)(slots.Length - 1)] = TagOf(hash, (uint)(slots.Length - 1)) | ((uint)row + 1);
    }

    // Of bits that tell neither the slot nor the part of a table.
    private static uint TagOf(ulong hash, uint mask) => (uint)(hash >> 24) & ~mask;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsKey(int row, ReadOnlySpan<ulong> key)
    {
        ref var first = ref First(row);
        for (var i = 0; i < key.Length; i++)
        {
            if (Unsafe.Add(ref first, i) != key[i])
                return false;
        }

        return true;
    }

    // Only the first page begins small: most tables have few groups.
    private void Grow(ref ulong[]? page)
    {
        var larger = GC.AllocateUninitializedArray<ulong>(
            page is not null ? 2 * page.Length : (Count > PageRows ? PageRows : FirstRows) * layout.GroupLength);
        page?.CopyTo(larger.AsSpan());
        page = larger;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref ulong First(int row) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_pages[row >> PageBits]!), (row & (PageRows - 1)) * layout.GroupLength);

    // Looks at what is about to be asked for. What is read must be of some use, or it would not be read.
    private void Touch(ReadOnlySpan<ulong> hashes)
    {
        if (Count == 0)
            return;
        Span<int> rows = stackalloc int[Gathered];
        for (var i = 0; i < hashes.Length; i++)
            rows[i] = Math.Max((int)(_slots[(uint)hashes[i] & (uint)(_slots.Length - 1)] & (uint)(_slots.Length - 1)) - 1, 0);
        var seen = 0UL;
        for (var i = 0; i < hashes.Length; i++)
            seen ^= First(rows[i]);
        _touched = seen;
    }
}
