using FlowLogs.Conditions.Leaves;
using FlowLogs.Conditions.Values;

namespace FlowLogs.Conditions.Patterns;

/// <summary>Makes long lists shorter by making them wider, where the whole does not fit into a pattern.</summary>
internal static class Coarser
{
    /// <summary>A condition that is shorter to write and holds whenever this one does; null if there is none.</summary>
    public static FlowExpression? Of(FlowExpression condition) => condition switch
    {
        NumberTest test when Hull(test) is { } hull => new NumberTest(test.Field, hull, test.WhenMissing),
        TimeTest test when Hull(test) is { } hull => new TimeTest(test.Field, hull, test.WhenMissing),
        NetworkTest { IsNegated: false } test => Widen(test),
        TextTest { IsNegated: false } test => CommonStart(test),
        _ => null,
    };

    // From the smallest to the largest number.
    private static RangeSet<long>? Hull(RangeTest test)
    {
        var ranges = test.Ranges.Ranges;
        var hull = RangeSet<long>.Of((ranges[0].From, ranges[^1].To));
        return ranges.Count > 1 && !hull.IsAll ? hull : null;
    }

    // All networks to the next octet boundary above the longest prefix.
    private static NetworkTest? Widen(NetworkTest test)
    {
        var longest = test.Networks.Where(static network => !network.IsIPv6).Select(static network => network.PrefixLength)
            .DefaultIfEmpty().Max();
        var length = (longest - 1) / 8 * 8;
        if (length <= 0)
            return null;
        var wider = test.Networks
            .Select(network => network.IsIPv6 ? network : network.Widen(Math.Min(network.PrefixLength, length)))
            .DistinctBy(static network => network.ToString());
        return new NetworkTest(test.Field, [.. wider], isNegated: false, test.WhenMissing);
    }

    private static WildcardTest? CommonStart(TextTest test)
    {
        var texts = test.Texts.Texts;
        var comparison = test.Texts.IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var start = texts[0];
        while (start.Length > 0 && texts.Any(text => !text.StartsWith(start, comparison)))
            start = start[..^1];
        return texts.Count > 1 && start.Length > 0 && !start.AsSpan().ContainsAny('*', '?')
            ? new WildcardTest(test.Field, new Glob(start + "*", test.Texts.IgnoresCase), isNegated: false, test.WhenMissing)
            : null;
    }
}
