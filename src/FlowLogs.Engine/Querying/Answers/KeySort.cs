using System.Numerics;
using System.Runtime.CompilerServices;

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

    private const int HighDigitBits = 8;
    private const int HighDigits = 1 << HighDigitBits;

    private readonly int[] _places = new int[Digits];
    private ulong[] _keys = [];
    private int[] _rows = [];

    /// <summary>
    /// Sorts, by all processors where there are many: first by the highest digit, so that all with the same one are near a
    /// processor while it sorts them by the others.
    /// </summary>
    /// <param name="keys">The numbers; then, an array with them in order.</param>
    /// <param name="rows">The rows; then, an array with them in the same order.</param>
    public static void Sort(ref ulong[] keys, ref int[] rows)
    {
        var count = keys.Length;
        if (Shares.Of(count) == 1)
        {
            new KeySort().Sort(keys, rows);
            return;
        }

        var (fromKeys, fromRows) = (keys, rows);
        var toKeys = new ulong[count];
        var toRows = new int[count];
        var shift = HighestShift(keys);
        var places = new int[Shares.Of(count)][];
        Shares.Run(count, (share, range) => places[share] = CountDigits(fromKeys.AsSpan(range), shift));
        var ends = ToPlaces(places);
        Shares.Run(count, (share, range) => Distribute(fromKeys.AsSpan(range), fromRows.AsSpan(range), toKeys, toRows, shift, places[share]));
        Parallel.For(0, HighDigits, static () => new KeySort(), (digit, _, sort) =>
        {
            var range = (digit == 0 ? 0 : ends[digit - 1])..ends[digit];
            sort.Sort(toKeys.AsSpan(range), toRows.AsSpan(range));
            return sort;
        }, static _ => { });
        (keys, rows) = (toKeys, toRows);
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

    private static int HighestShift(ReadOnlySpan<ulong> keys) =>
        Math.Max(0, 64 - BitOperations.LeadingZeroCount(Difference(keys)) - HighDigitBits);

    // The bits in which any two differ.
    private static ulong Difference(ReadOnlySpan<ulong> keys)
    {
        var differ = 0UL;
        foreach (var key in keys)
            differ |= key ^ keys[0];
        return differ;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] CountDigits(ReadOnlySpan<ulong> keys, int shift)
    {
        var counts = new int[HighDigits];
        foreach (var key in keys)
            counts[(int)(key >> shift) & (HighDigits - 1)]++;
        return counts;
    }

    // Where each share's numbers with each digit begin, and where those of all shares end.
    private static int[] ToPlaces(int[][] counts)
    {
        var ends = new int[HighDigits];
        var next = 0;
        for (var digit = 0; digit < HighDigits; digit++)
        {
            foreach (var share in counts)
                (share[digit], next) = (next, next + share[digit]);
            ends[digit] = next;
        }

        return ends;
    }

    private void Distribute(ReadOnlySpan<ulong> keys, ReadOnlySpan<int> rows, Span<ulong> toKeys, Span<int> toRows, int shift)
    {
        var places = _places.AsSpan();
        places.Clear();
        foreach (var key in keys)
            places[(int)(key >> shift) & (Digits - 1)]++;
        var next = 0;
        foreach (ref var place in places)
            (place, next) = (next, next + place);
        Distribute(keys, rows, toKeys, toRows, shift, places);
    }

    // By as many bits as there are places.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Distribute(
        ReadOnlySpan<ulong> keys, ReadOnlySpan<int> rows, Span<ulong> toKeys, Span<int> toRows, int shift, Span<int> places)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            var place = places[(int)(keys[i] >> shift) & (places.Length - 1)]++;
            toKeys[place] = keys[i];
            toRows[place] = rows[i];
        }
    }
}
