using System.Runtime.InteropServices;

namespace FlowLogs.Querying.Tables;

/// <summary>
/// What follows the key in a group's row: the number of records; two numbers for each sum, which has 128 bits, since one of
/// 64 could overflow; the number of different values of each field that is counted.
/// </summary>
/// <param name="sums">How many sums there are.</param>
/// <param name="distinct">How many fields are counted.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly struct GroupValues(int sums, int distinct)
{
    public int Length => 1 + (2 * sums) + distinct;

    public static ref ulong Count(Span<ulong> values) => ref values[0];

    public ref ulong Distinct(Span<ulong> values, int index) => ref values[1 + (2 * sums) + index];

    public static Int128 Sum(ReadOnlySpan<ulong> values, int index) => new(values[2 + (2 * index)], values[1 + (2 * index)]);

    /// <summary>Adds an amount to a sum.</summary>
    public static void AddAmount(Span<ulong> values, int index, long amount)
    {
        ref var low = ref values[1 + (2 * index)];
        low += (ulong)amount;
        values[2 + (2 * index)] += (ulong)(amount >> 63) + (low < (ulong)amount ? 1UL : 0);
    }

    /// <summary>Adds what another table has of the group, but for the different values.</summary>
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
