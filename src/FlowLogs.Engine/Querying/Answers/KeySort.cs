using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FlowLogs.Querying.Answers;

/// <summary>
/// Sorts numbers, and rows with them. Many are sorted by counting their digits, only those in which they differ, which takes a
/// step for each digit; few are compared.
/// </summary>
internal sealed class KeySort
{
    // From so many on, counting is faster.
    private const int Many = 256;

    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;

    private const int Parts = 256;

    // So many numbers for each part tell where parts may begin.
    private const int Samples = 16;

    private readonly int[] _places = new int[Digits];
    private ulong[] _keys = [];
    private int[] _rows = [];

    /// <summary>
    /// Puts many numbers into parts of about the same length, by all processors: one is near a processor while it is sorted.
    /// </summary>
    /// <param name="keys">The numbers; then, an array with those of each part together.</param>
    /// <param name="rows">The rows; then, an array with them in the same order.</param>
    /// <returns>Where the parts end. All numbers of one are smaller than those of the next, and are still to be sorted.</returns>
    public static int[] Divide(ref ulong[] keys, ref int[] rows)
    {
        var count = keys.Length;
        if (Shares.Of(count) == 1)
            return [count];
        var (fromKeys, fromRows) = (keys, rows);
        var toKeys = GC.AllocateUninitializedArray<ulong>(count);
        var toRows = GC.AllocateUninitializedArray<int>(count);
        var parts = GC.AllocateUninitializedArray<byte>(count);
        var starts = Starts(keys);
        var places = new int[Shares.Of(count)][];
        Shares.Run(count, (share, range) => places[share] = FindParts(fromKeys.AsSpan(range), starts, parts.AsSpan(range)));
        var ends = ToPlaces(places);
        Shares.Run(count, (share, range) => Distribute(fromKeys.AsSpan(range), fromRows.AsSpan(range), parts.AsSpan(range), toKeys, toRows, places[share]));
        (keys, rows) = (toKeys, toRows);
        return ends;
    }

    /// <summary>Sorts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Sort(Span<ulong> keys, Span<int> rows)
    {
        if (keys.Length < Many)
        {
            keys.Sort(rows);
            return;
        }

        if (_keys.Length < keys.Length)
        {
            _keys = new ulong[keys.Length];
            _rows = new int[keys.Length];
        }

        var differ = Difference(keys);
        var otherKeys = _keys.AsSpan(0, keys.Length);
        var otherRows = _rows.AsSpan(0, keys.Length);
        var isThere = false;
        while (differ != 0)
        {
            // From the lowest digit on; each sorting keeps the order of the one before.
            var shift = BitOperations.TrailingZeroCount(differ);
            if (isThere)
                Distribute(otherKeys, otherRows, keys, rows, shift);
            else
                Distribute(keys, rows, otherKeys, otherRows, shift);
            isThere = !isThere;
            differ = differ >> shift >> DigitBits << DigitBits << shift;
        }

        if (isThere)
        {
            otherKeys.CopyTo(keys);
            otherRows.CopyTo(rows);
        }
    }

    // The bits in which any two differ.
    private static ulong Difference(ReadOnlySpan<ulong> keys)
    {
        var differ = 0UL;
        foreach (var key in keys)
            differ |= key ^ keys[0];
        return differ;
    }

    // Halves of the numbers with which parts begin, from the second, by some of the numbers.
    private static ulong[] Starts(ReadOnlySpan<ulong> keys)
    {
        var some = new ulong[Parts * Samples];
        for (var i = 0; i < some.Length; i++)
            some[i] = keys[(int)((long)keys.Length * i / some.Length)];
        Array.Sort(some);
        return [.. Enumerable.Range(1, Parts - 1).Select(part => some[part * Samples] >> 1)];
    }

    // The part of each number, and how many each part has.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] FindParts(ReadOnlySpan<ulong> keys, ulong[] starts, Span<byte> parts)
    {
        var counts = new int[Parts];
        ref var first = ref MemoryMarshal.GetArrayDataReference(starts);
        for (var i = 0; i < keys.Length; i++)
        {
            // Half of the parts that are left, eight times. With branches, half of them would be guessed wrong.
            var key = keys[i] >> 1;
            var part = IsAtOrBehind(ref first, 127, key) << 7;
            part += IsAtOrBehind(ref first, part + 63, key) << 6;
            part += IsAtOrBehind(ref first, part + 31, key) << 5;
            part += IsAtOrBehind(ref first, part + 15, key) << 4;
            part += IsAtOrBehind(ref first, part + 7, key) << 3;
            part += IsAtOrBehind(ref first, part + 3, key) << 2;
            part += IsAtOrBehind(ref first, part + 1, key) << 1;
            part += IsAtOrBehind(ref first, part, key);
            parts[i] = (byte)part;
            counts[part]++;
        }

        return counts;
    }

    // 1 or 0. Neither number has its highest bit.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int IsAtOrBehind(ref ulong starts, int start, ulong key) => (int)(~(key - Unsafe.Add(ref starts, start)) >> 63);

    // Where each share's numbers of each part begin, and where those of all shares end.
    private static int[] ToPlaces(int[][] counts)
    {
        var ends = new int[Parts];
        var next = 0;
        for (var part = 0; part < Parts; part++)
        {
            foreach (var share in counts)
                (share[part], next) = (next, next + share[part]);
            ends[part] = next;
        }

        return ends;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Distribute(
        ReadOnlySpan<ulong> keys, ReadOnlySpan<int> rows, ReadOnlySpan<byte> parts, Span<ulong> toKeys, Span<int> toRows, Span<int> places)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            var place = places[parts[i]]++;
            toKeys[place] = keys[i];
            toRows[place] = rows[i];
        }
    }

    // By a digit.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Distribute(ReadOnlySpan<ulong> keys, ReadOnlySpan<int> rows, Span<ulong> toKeys, Span<int> toRows, int shift)
    {
        var places = _places;
        Array.Clear(places);
        foreach (var key in keys)
            places[(int)(key >> shift) & (Digits - 1)]++;
        var next = 0;
        foreach (ref var place in places.AsSpan())
            (place, next) = (next, next + place);
        for (var i = 0; i < keys.Length; i++)
        {
            var place = places[(int)(keys[i] >> shift) & (Digits - 1)]++;
            toKeys[place] = keys[i];
            toRows[place] = rows[i];
        }
    }
}
