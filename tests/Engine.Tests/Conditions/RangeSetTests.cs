using FlowLogs.Conditions.Values;
using FsCheck.Xunit;

namespace FlowLogs.Tests.Conditions;

/// <summary>Sets of ranges of bytes, against sets of bytes.</summary>
public class RangeSetTests
{
    [Property(MaxTest = 2000, Replay = "(1,1)")]
    public void Sets_do_what_sets_do((byte, byte)[] left, (byte, byte)[] right)
    {
        var (a, b) = (RangeSet<byte>.Of(left), RangeSet<byte>.Of(right));
        Assert.Equal(Members(left), Members(a));
        Assert.Equal(Members(left).Union(Members(right)).Order(), Members(a.Union(b)));
        Assert.Equal(Members(left).Intersect(Members(right)), Members(a.Intersect(b)));
        Assert.Equal(AllBytes.Except(Members(left)), Members(a.Complement()));
        Assert.Equal(a.ToString(), a.Complement().Complement().ToString());
        Assert.Equal(a.IsAll, a.Complement().IsEmpty);
        Assert.All(a.Ranges.Zip(a.Ranges.Skip(1)), static pair => Assert.True(pair.First.To + 1 < pair.Second.From));
    }

    private static IEnumerable<byte> AllBytes => Enumerable.Range(0, 256).Select(static i => (byte)i);

    private static IEnumerable<byte> Members(RangeSet<byte> set) => AllBytes.Where(set.Contains);

    private static IEnumerable<byte> Members((byte From, byte To)[] ranges) =>
        AllBytes.Where(i => ranges.Any(range => range.From <= i && i <= range.To));
}
