namespace FlowLogs.Tests.Filtering;

public class TextPatternTests
{
    [Theory]
    [InlineData(" ", "", true)]
    [InlineData("\t ", "anything", true)]
    [InlineData("", "", true)]
    [InlineData("us-east-1", "us-east-1", false)]
    [InlineData("us-east-1", "us-west-2", true)]
    [InlineData("\"us-east-1\"", "in us-east-1", true)]
    [InlineData("a?b", "a", true)]
    [InlineData("a?b", "b", false)]
    [InlineData("?a?b", "b", true)]
    [InlineData("?a?b", "c", false)]
    [InlineData("\"a\"-b", "a", true)]
    [InlineData("\"a\"-b", "ab", false)]
    [InlineData("- b", "a", true)]
    [InlineData("\"a\\nb\"", "a\\nb", true)]
    [InlineData("\"a\\nb\"", "a\nb", false)]
    [InlineData("\"\\\\\"", "\\", true)]
    [InlineData("𝒳", "a𝒳b", true)]
    [InlineData("é_1.x", "é_1.x", true)]
    public void Finds_terms(string pattern, string message, bool matches) =>
        Assert.Equal(matches, Filters.Matches(pattern, message));

    [Theory]
    [InlineData("ERROR %WARN%", 6, "Invalid character(s) in term '%'")]
    [InlineData("?%WARN%", 1, "Invalid character(s) in term '%'")]
    [InlineData("ERR*", 3, "Invalid character(s) in term '*'")]
    [InlineData("a!", 1, "Invalid character(s) in term '!'")]
    [InlineData("a:b", 1, "Invalid character(s) in term ':'")]
    [InlineData("a@b", 1, "Invalid character(s) in term '@'")]
    [InlineData("x [y", 2, "Invalid character(s) in term '['")]
    [InlineData("f(x)", 1, "Invalid character(s) in term '('")]
    [InlineData("a, b", 1, "Invalid character(s) in term ','")]
    [InlineData("a \"b", 2, "Invalid character(s) in term '\"b'")]
    [InlineData("a \"\" b", 3, "Invalid character(s) in term '\"\"'")]
    [InlineData("-\"\"", 2, "Invalid character(s) in term '\"\"'")]
    [InlineData("\"a\"\"b\"", 3, "Invalid metric filter pattern")]
    [InlineData("a\"b\"", 1, "Invalid metric filter pattern")]
    [InlineData("a -", 2, "Invalid metric filter pattern")]
    [InlineData("--a", 1, "Invalid metric filter pattern")]
    [InlineData(" {$.ThisFlag IS TRUE} ", 1, "Invalid metric filter pattern")]
    [InlineData("%abc", 4, "If a filter pattern starts with '%' it must end with '%'")]
    [InlineData("%", 0, "Invalid character(s) in term '%'")]
    [InlineData("%%", 1, "Invalid character(s) in term '%%'")]
    [InlineData("%a% %b%", 3, "Invalid character(s) in term ' '")]
    public void Refuses_in_the_words_of_the_service(string pattern, int position, string reason)
    {
        var error = Filters.Refused(pattern);
        Assert.Equal((position, reason), (error.Position, error.Reason));
        Assert.Equal("InvalidFilterPattern", error.ErrorId);
    }

    [Fact]
    public void Takes_1024_characters_and_no_more()
    {
        var longest = new string('a', 1024);
        Assert.True(Filters.Matches(longest, longest));
        var error = Filters.Refused(longest + "a");
        Assert.Equal(1024, error.Position);
        Assert.EndsWith("Member must have length less than or equal to 1024", error.Reason, StringComparison.Ordinal);
    }
}
