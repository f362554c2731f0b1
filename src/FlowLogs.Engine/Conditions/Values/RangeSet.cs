using System.Globalization;
using System.Numerics;

namespace FlowLogs.Conditions.Values;

/// <summary>A set of whole numbers as ranges in order that neither overlap nor touch. Immutable.</summary>
internal sealed class RangeSet<T>
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    // With more ranges than that, halving beats looking at one after the other.
    private const int FewRanges = 8;

    private readonly (T From, T To)[] _ranges;

    private RangeSet((T From, T To)[] ranges) => _ranges = ranges;

    public static RangeSet<T> Empty { get; } = new([]);

    public static RangeSet<T> All { get; } = new([(T.MinValue, T.MaxValue)]);

    public IReadOnlyList<(T From, T To)> Ranges => _ranges;

    public bool IsEmpty => _ranges.Length == 0;

    public bool IsAll => _ranges is [var only] && only == (T.MinValue, T.MaxValue);

    /// <summary>A set of ranges in any order; one that ends before it starts is empty.</summary>
    public static RangeSet<T> Of(params IEnumerable<(T From, T To)> ranges)
    {
        var merged = new List<(T From, T To)>();
        foreach (var range in ranges.Where(static range => range.From <= range.To).OrderBy(static range => range.From))
        {
            if (merged.Count > 0 && (merged[^1].To == T.MaxValue || range.From <= merged[^1].To + T.One))
                merged[^1] = (merged[^1].From, T.Max(merged[^1].To, range.To));
            else
                merged.Add(range);
        }

        return new RangeSet<T>([.. merged]);
    }

    public bool Contains(T value)
    {
        var ranges = _ranges;
        if (ranges.Length <= FewRanges)
        {
            foreach (var (from, to) in ranges)
            {
                if (value <= to)
                    return value >= from;
            }

            return false;
        }

        // The first range that does not end before the value.
        int low = 0, high = ranges.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ranges[middle].To < value)
                low = middle + 1;
            else
                high = middle;
        }

        return low < ranges.Length && value >= ranges[low].From;
    }

    /// <summary>Whether it has one of the numbers from one to another.</summary>
    public bool Overlaps(T from, T to) => Array.Exists(_ranges, range => range.From <= to && from <= range.To);

    public RangeSet<T> Union(RangeSet<T> other) => Of(_ranges.Concat(other._ranges));

    public RangeSet<T> Intersect(RangeSet<T> other) => Complement().Union(other.Complement()).Complement();

    public RangeSet<T> Complement()
    {
        var gaps = new List<(T From, T To)>();
        var next = T.MinValue;
        foreach (var (from, to) in _ranges)
        {
            if (from > next)
                gaps.Add((next, from - T.One));
            if (to == T.MaxValue)
                return new RangeSet<T>([.. gaps]);
            next = to + T.One;
        }

        gaps.Add((next, T.MaxValue));
        return new RangeSet<T>([.. gaps]);
    }

    /// <summary>The ranges as a list: <c>22, 80..90, 1024..</c></summary>
    public string Describe(Func<T, string> show) => string.Join(", ", _ranges.Select(range => Describe(range, show)));

    /// <inheritdoc/>
    public override string ToString() => Describe(static value => value.ToString(null, CultureInfo.InvariantCulture));

    private static string Describe((T From, T To) range, Func<T, string> show)
    {
        if (range.From == range.To)
            return show(range.From);
        var from = range.From == T.MinValue ? "" : show(range.From);
        var to = range.To == T.MaxValue ? "" : show(range.To);
        return $"{from}..{to}";
    }
}
