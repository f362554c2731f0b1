namespace FlowLogs.Tests.Filtering;

public class DelimitedPatternTests
{
    [Theory]
    [InlineData("[a]", "a  b   c ", "$a=a  b   c ")]
    [InlineData("[a]", " a ", "$a=a")]
    [InlineData("[a]", "\"x y\"", "$a=x y")]
    [InlineData("[a]", "\"x y\" z", "$a=\"x y\" z")]
    [InlineData("[a]", "[x] ", "$a=x")]
    [InlineData("[a, , c]", "1 2 3", "$a=1|$2=2|$c=3")]
    [InlineData("[,]", "1 2 3", "$1=1|$2=2 3")]
    [InlineData("[ ]", "1 2", "$1=1|$2=2")]
    [InlineData("[...]", "1 2", "$1=1|$2=2")]
    [InlineData("[a, ..., , z]", "1 2 3 4 5", "$a=1|$2=2|$3=3|$4=4|$z=5")]
    [InlineData("[a, b]", "[x]y z", "$a=x|$b=y z")]
    [InlineData("[a, b, c]", "x \"\" []", "$a=x|$b=|$c=")]
    [InlineData("[a, b, c]", "\"a\"\"b\" c", "$a=a|$b=b|$c=c")]
    [InlineData("[a, b]", "a\u00A0b c", "$a=a\u00A0b|$b=c")]
    [InlineData("[a, b]", "\v1\f2\r", "$a=1|$b=2")]
    [InlineData("[né_1]", "x", "$né_1=x")]
    [InlineData("[a] ", "x", "$a=x")]
    public void Extracts(string pattern, string message, string values)
    {
        Assert.True(Filters.Matches(pattern, message));
        Assert.Equal(values, Filters.Extract(pattern, message));
    }

    [Theory]
    [InlineData("= 1", "1e0", true)]
    [InlineData("= 1", "+1", true)]
    [InlineData("= 1", "1x", false)]
    [InlineData("= 1", "", false)]
    [InlineData("= 9007199254740993", "9007199254740992", false)]
    [InlineData("!= 1", "x", true)]
    [InlineData("!= 1", "1.0", false)]
    [InlineData("> 1", "NaN", false)]
    [InlineData("<= 1", "0x1", false)]
    [InlineData("> 1", "1e99999999999999999999", true)]
    [InlineData("< 1", "1e-99999999999999999999", true)]
    [InlineData("< 1", "1e99999x", false)]
    [InlineData("= 1", "1e", false)]
    [InlineData("= 1", "1e+-1", false)]
    [InlineData("> -5", "-", false)]
    [InlineData("= 2xx", "2xx", true)]
    [InlineData("= .htm*", ".html", true)]
    [InlineData("= 10.0.*.1", "10.0.2.1", true)]
    [InlineData("= \"IN*\"", "INFO", true)]
    [InlineData("= \"a \\\" b\"", "a", false)]
    [InlineData("!= *", "x", false)]
    public void Compares(string condition, string field, bool matches) =>
        Assert.Equal(matches, Filters.Matches($"[v {condition}, ...]", $"\"{field}\" x"));

    [Theory]
    [InlineData("[(a = 1 || a = 2) && a != 2, ...]", "1", true)]
    [InlineData("[(a = 1 || a = 2) && a != 2, ...]", "2", false)]
    [InlineData("[]", " ", false)]
    [InlineData("[]", "x", true)]
    [InlineData("[...]", "", true)]
    [InlineData("[a, ..., b, c]", "1 2", false)]
    [InlineData("[..., b = 2, c]", "1 2 3", true)]
    [InlineData("[..., b = 2, c]", "1 3 2", false)]
    [InlineData("[a = 1, ..., c = 3]", "1 3", true)]
    [InlineData("[w1 = ERROR]", "ERROR x", false)]
    [InlineData("[w1 = ERROR, ...]", "ERROR x", true)]
    public void Aligns(string pattern, string message, bool matches) =>
        Assert.Equal(matches, Filters.Matches(pattern, message));

    [Fact]
    public void Long_lines_are_split_as_short_ones()
    {
        var line = string.Join(' ', Enumerable.Range(1, 5_000));
        Assert.True(Filters.Matches("[..., a = 4999, b = 5000]", line));
        Assert.True(Filters.Matches("[a = 1, ..., b = 5000]", line));
        Assert.EndsWith("|$4999=4999|$b=5000", Filters.Extract("[..., b]", line), StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_that_are_never_closed_cost_no_more_than_others()
    {
        // Looking for the closing mark at each of them would take minutes.
        var line = "\"b" + string.Concat(Enumerable.Repeat(" [a", 700_000));
        Assert.True(Filters.Matches("[..., z = \"[a\"]", line));
    }

    [Theory]
    [InlineData("[a", 2, "Invalid metric filter pattern")]
    [InlineData("[a=x] || [a=y]", 6, "Invalid metric filter pattern")]
    [InlineData("[a b]", 3, "Invalid metric filter pattern")]
    [InlineData("[a = 1 b = 2]", 7, "Invalid metric filter pattern")]
    [InlineData("[a > %1%]", 5, "Invalid metric filter pattern")]
    [InlineData("[a = ]", 5, "Invalid metric filter pattern")]
    [InlineData("[(a)]", 3, "Invalid metric filter pattern")]
    [InlineData("[1]", 1, "Invalid metric filter pattern")]
    [InlineData("[12ab]", 3, "Invalid character(s) in term '12a'")]
    [InlineData("[log-status]", 5, "Invalid character(s) in term '-s'")]
    [InlineData("[a.b]", 2, "Invalid character(s) in term '.'")]
    [InlineData("[a = IN*]", 7, "Invalid character(s) in term '*'")]
    [InlineData("[a = x:y]", 6, "Invalid character(s) in term ':'")]
    [InlineData("[a, ..., b, a]", 12, "Duplicate field 'a'")]
    [InlineData("[..., a, ...]", 9, "Duplicate field '...'")]
    [InlineData("[a = 1 || b = 2, b]", 10, "Multiple variables used in a single filter. Var1 : a, Var2 : b")]
    [InlineData("[a = %1% || a = %2% || a = %3%]", 27, "Your input has exceeded the maximum of 2 regular expressions per filter pattern.")]
    [InlineData("[a = %(%]", 6, "Invalid character(s) in term '%('")]
    [InlineData("[a = %[%]", 5, "Failed to compile regular expression.")]
    public void Refuses_in_the_words_of_the_service(string pattern, int position, string reason)
    {
        var error = Filters.Refused(pattern);
        Assert.Equal((position, reason), (error.Position, error.Reason));
    }
}
