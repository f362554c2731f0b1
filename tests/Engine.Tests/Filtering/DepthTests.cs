using System.Text;

namespace FlowLogs.Tests.Filtering;

/// <summary>No pattern and no message needs more stack than the smallest that some system gives a thread.</summary>
public class DepthTests
{
    private const int SmallStack = 512 * 1024;

    [Theory]
    [InlineData("{", "$.a=1", "}", "{\"a\":1}")]
    [InlineData("[a,", "b=1", "]", "x 1")]
    public void Parentheses_nest_as_deep_as_a_pattern_is_long(string start, string condition, string end, string message)
    {
        var depth = (1024 - start.Length - condition.Length - end.Length) / 2;
        var pattern = start + new string('(', depth) + condition + new string(')', depth) + end;
        Assert.True(MatchesOnSmallStack(pattern, message));
        Assert.Equal("Invalid metric filter pattern", Filters.Refused(start + new string('(', 1000) + end).Reason);
    }

    [Fact]
    public void Alternatives_nest_as_deep_as_a_pattern_is_long()
    {
        var depth = 1000 / "$.b=1||($.a=1&&())".Length;
        var nested = Repeat("$.b=1||($.a=1&&(", depth) + "$.a=1" + Repeat("))", depth);
        Assert.True(MatchesOnSmallStack($"{{{nested}}}", "{\"a\":1}"));
    }

    [Fact]
    public void Selectors_reach_as_deep_as_a_pattern_is_long()
    {
        const int Depth = 505;
        var pattern = $"{{ ${Repeat(".a", Depth)} = 1 }}";
        Assert.True(MatchesOnSmallStack(pattern, Repeat("{\"a\":", Depth) + "1" + Repeat("}", Depth)));
    }

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();

    private static bool MatchesOnSmallStack(string pattern, string message)
    {
        var isMatch = false;
        var thread = new Thread(() => isMatch = Filters.Matches(pattern, message), SmallStack);
        thread.Start();
        thread.Join();
        return isMatch;
    }
}
