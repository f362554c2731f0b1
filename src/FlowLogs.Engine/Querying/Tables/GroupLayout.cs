using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FlowLogs.Querying.Tables;

/// <summary>
/// What lines and groups are as numbers. A line: its key, then the amounts to be added up. A group: its key; the number of
/// lines; two numbers for each sum, which has 128 bits, since one of 64 could overflow; the number of different values of each
/// field that is counted.
/// </summary>
/// <param name="keys">How many numbers the key has.</param>
/// <param name="sums">How many sums there are.</param>
/// <param name="distinct">How many fields are counted.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly struct GroupLayout(int keys, int sums, int distinct)
{
    public int KeyLength => keys;

    /// <summary>How many numbers a line is.</summary>
    public int LineLength => keys + sums;

    /// <summary>How many numbers a group is.</summary>
    public int GroupLength => keys + ValueLength;

    /// <summary>How many numbers follow a group's key; they begin with 0.</summary>
    public int ValueLength => 1 + (2 * sums) + distinct;

    public static ref ulong Count(Span<ulong> values) => ref values[0];

    /// <summary>Where the lower half of a sum is behind the key; the upper one follows.</summary>
    public static int SumPlace(int index) => 1 + (2 * index);

    /// <summary>Where a number of different values is behind the key.</summary>
    public int DistinctPlace(int index) => SumPlace(sums) + index;

    public ref ulong Distinct(Span<ulong> values, int index) => ref values[DistinctPlace(index)];

    public static Int128 Sum(ReadOnlySpan<ulong> values, int index) => new(values[SumPlace(index) + 1], values[SumPlace(index)]);

    /// <summary>Adds a line to its group.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddLine(Span<ulong> values, ReadOnlySpan<ulong> amounts)
    {
        values[0]++;
        for (var i = 0; i < amounts.Length; i++)
        {
            var amount = amounts[i];
            ref var low = ref values[1 + (2 * i)];
            low += amount;
            values[2 + (2 * i)] += (ulong)((long)amount >> 63) + (low < amount ? 1UL : 0);
        }
    }

    /// <summary>Adds what another table has of the group.</summary>
    public void AddAll(Span<ulong> values, ReadOnlySpan<ulong> other)
    {
        values[0] += other[0];
        for (var i = 0; i < sums; i++)
        {
            var sum = Sum(values, i) + Sum(other, i);
            values[1 + (2 * i)] = (ulong)sum;
            values[2 + (2 * i)] = (ulong)(sum >> 64);
        }
    }
}
