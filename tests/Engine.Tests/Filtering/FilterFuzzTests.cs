using FlowLogs.Filtering;

namespace FlowLogs.Tests.Filtering;

/// <summary>
/// Whatever comes in, what comes out is a match, no match, or a syntax error. FLOWLOGS_FUZZ=10000000 runs for longer.
/// </summary>
public class FilterFuzzTests
{
    [Fact]
    public void No_pattern_and_no_message_crashes()
    {
        var random = FuzzSettings.Start();
        var fuzzer = new FilterFuzzer(random);
        var cases = FuzzSettings.Cases(100_000);
        int refused = 0, matched = 0, failed = 0;
        for (var i = 0; i < cases; i++)
        {
            var text = fuzzer.Pattern();
            var message = fuzzer.Message();
            try
            {
                if (Parse(text) is not { } pattern)
                    refused++;
                else if (Try(pattern, message, isThorough: i % 8 == 0))
                    matched++;
                else
                    failed++;
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"Case {i}: pattern <{text}>, message <{Convert.ToHexString(message)}>: {e}");
            }
        }
        // Otherwise the cases are no good.
        Assert.All([refused, matched, failed], count => Assert.InRange(count, cases / 20, cases));
    }

    private static FilterPattern? Parse(string text)
    {
        try
        {
            return FilterPattern.Parse(text);
        }
        catch (FilterPatternException e)
        {
            Assert.Equal(text, e.Pattern);
            Assert.InRange(e.Position, 0, text.Length);
            Assert.NotEmpty(e.Reason);
            return null;
        }
    }

    private static bool Try(FilterPattern pattern, byte[] message, bool isThorough)
    {
        var isMatch = pattern.IsMatch(message);
        if (!isThorough)
            return isMatch;
        var again = FilterPattern.Parse(pattern.Text);
        Assert.Equal((isMatch, pattern.Kind), (again.IsMatch(message), again.Kind));
        Assert.Equal(pattern.Warnings, again.Warnings);
        var values = pattern.Extract(message);
        Assert.True(isMatch || pattern.Kind == FilterPatternKind.Delimited || values.Count == 0);
        var explanation = pattern.Explain(message);
        Assert.Equal(isMatch, explanation.IsMatch);
        Assert.Equal(isMatch, explanation.Reason is null);
        return isMatch;
    }
}
