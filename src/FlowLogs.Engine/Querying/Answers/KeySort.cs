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

    private readonly int[] _places = new int[Digits];
    private ulong[] _keys = [];
    private int[] _rows = [];

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

        var differ = 0UL;
        foreach (var key in keys)
            differ |= key ^ keys[0];
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Distribute(ReadOnlySpan<ulong> keys, ReadOnlySpan<int> rows, Span<ulong> toKeys, Span<int> toRows, int shift)
    {
        var places = _places.AsSpan();
        places.Clear();
        foreach (var key in keys)
            places[(int)(key >> shift) & (Digits - 1)]++;
        var next = 0;
        foreach (ref var place in places)
            (place, next) = (next, next + place);
        for (var i = 0; i < keys.Length; i++)
        {
            var place = places[(int)(keys[i] >> shift) & (Digits - 1)]++;
            toKeys[place] = keys[i];
            toRows[place] = rows[i];
        }
    }
}
