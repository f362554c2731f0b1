using FlowLogs.Filtering.Values;

namespace FlowLogs.Conditions.Values;

/// <summary>Comparisons with a constant as sets of whole numbers.</summary>
internal static class Comparisons
{
    private static readonly UInt128 AllNumbers = (UInt128)ulong.MaxValue + 1;

    /// <summary>The numbers for which an operator holds.</summary>
    /// <param name="comparison">The operator, with the field on its left.</param>
    /// <param name="compare">
    /// Compares a number with the constant: below 0 if it is smaller. Must not fall while the numbers rise.
    /// </param>
    public static RangeSet<long> Holding(ComparisonOperator comparison, Func<long, int> compare)
    {
        // Whole numbers below the constant, then those that equal it, then those above it.
        var below = CountFromMin(number => compare(number) < 0);
        var notAbove = CountFromMin(number => compare(number) <= 0);
        (UInt128 From, UInt128 To, int Order)[] parts = [(0, below, -1), (below, notAbove, 0), (notAbove, AllNumbers, 1)];
        return RangeSet<long>.Of(parts
            .Where(part => part.From < part.To && comparison.Holds(part.Order))
            .Select(static part => (AfterMin(part.From), AfterMin(part.To - 1))));
    }

    // How many of the numbers from long.MinValue on have a property that only a beginning of them has.
    private static UInt128 CountFromMin(Func<long, bool> has)
    {
        UInt128 low = 0, high = AllNumbers;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (has(AfterMin(middle)))
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static long AfterMin(UInt128 count) => unchecked(long.MinValue + (long)(ulong)count);
}
