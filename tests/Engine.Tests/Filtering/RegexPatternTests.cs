using System.Text;
using FlowLogs.Filtering;

namespace FlowLogs.Tests.Filtering;

public class RegexPatternTests
{
    [Theory]
    [InlineData("%a.b%", "a-b", true)]
    [InlineData("%a.b%", "a\nb", false)]
    [InlineData("%a.b%", "aéb", true)]
    [InlineData("%^a.b$%", "a𝒳b", true)]
    [InlineData("%a$%", "a\n", false)]
    [InlineData("%a$%", "ba", true)]
    [InlineData("%^a+?$%", "aaa", true)]
    [InlineData("%a{2}?%", "aa", true)]
    [InlineData("%^a{,2}$%", "aa", true)]
    [InlineData("%^a{,2}$%", "aaa", false)]
    [InlineData("%a{x%", "a{x", true)]
    [InlineData("%a}]%", "a}]", true)]
    [InlineData("%\\w+%", "café", true)]
    [InlineData("%^\\w+$%", "café", false)]
    [InlineData("%^\\W$%", "é", true)]
    [InlineData("%\\d%", "٣", false)]
    [InlineData("%\\s%", "\u00A0", false)]
    [InlineData("%^\\xe9$%", "é", true)]
    [InlineData("%^[\\x41-\\xe9]+$%", "Zé", true)]
    [InlineData("%^[^a]$%", "€", true)]
    [InlineData("%[]a]%", "]", true)]
    [InlineData("%^[a-]+$%", "a-", true)]
    [InlineData("%^[a-c-]+$%", "b-", true)]
    [InlineData("%[^\\d\\D]%", "x", false)]
    [InlineData("%^[[:alpha:]_]+$%", "a_B", true)]
    [InlineData("%[[:^alpha:]]%", "abc", false)]
    [InlineData("%\\bfoo\\b%", "a foo b", true)]
    [InlineData("%\\bfoo\\b%", "afoo", false)]
    [InlineData("%\\bfoo\\b%", "éfoo", true)]
    [InlineData("%a\\tb%", "a\tb", true)]
    [InlineData("%a\\-b%", "a-b", true)]
    [InlineData("%a||b%", "", true)]
    [InlineData("%#/;,@=_: %", "#/;,@=_: ", true)]
    public void Reads_expressions_as_RE2_does(string pattern, string message, bool matches) =>
        Assert.Equal(matches, Filters.Matches(pattern, message));

    [Theory]
    [InlineData("%[z-a]%")]
    [InlineData("%a++%")]
    [InlineData("%a**%")]
    [InlineData("%a{2}{3}%")]
    [InlineData("%a+??%")]
    [InlineData("%*a%")]
    [InlineData("%a|+%")]
    [InlineData("%{2}%")]
    [InlineData("%a{3,2}%")]
    [InlineData("%a{1001}%")]
    [InlineData("%\\p%")]
    [InlineData("%\\1%")]
    [InlineData("%\\%")]
    [InlineData("%\\xg0%")]
    [InlineData("%[\\d-z]%")]
    [InlineData("%[a%")]
    [InlineData("%[[:nope:]]%")]
    public void Refuses_what_does_not_compile(string pattern)
    {
        var error = Filters.Refused(pattern);
        Assert.Equal("Failed to compile regular expression.", error.Reason);
    }

    [Theory]
    [InlineData("%ab!%", 3, "%ab!")]
    [InlineData("%a\tb%", 2, "%a\t")]
    [InlineData("%<a>%", 1, "%<")]
    [InlineData("%a'b%", 2, "%a'")]
    [InlineData("%caf€%", 4, "%caf?")]
    public void Refuses_characters_that_no_expression_may_have(string pattern, int position, string term)
    {
        var error = Filters.Refused(pattern);
        Assert.Equal((position, $"Invalid character(s) in term '{term}'"), (error.Position, error.Reason));
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_characters_of_their_own()
    {
        Assert.True(FilterPattern.Parse("%^a..b$%").IsMatch([(byte)'a', 0xFF, 0xC3, (byte)'b']));
        Assert.True(FilterPattern.Parse("%^a[^x]b$%").IsMatch([(byte)'a', 0xE2, (byte)'b']));
    }

    [Theory]
    [InlineData("%a*a*a*a*a*a*a*a*a*a*a*a*c%")]
    [InlineData("%[ab]*a[ab]{300}c%")]
    [InlineData("%a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?aaaaaaaaaaaaaaaaaaaac%")]
    [InlineData("%^[a-z]+[a-z]+[a-z]+[a-z]+[a-z]+[a-z]+$%")]
    [InlineData("%a{200}[ab]{200}c%")]
    public void A_hostile_expression_takes_linear_time(string pattern)
    {
        // With an engine that goes back, this test would not end.
        var message = new StringBuilder().Insert(0, "ab", 1_000).Insert(0, "a", 8_000).Append('!').ToString();
        Assert.False(Filters.Matches(pattern, message));
    }

    [Fact]
    public void Repetitions_are_limited()
    {
        var error = Filters.Refused("%a{1000}b{1000}c%");
        Assert.StartsWith("The regular expression is too large", error.Reason, StringComparison.Ordinal);
    }
}
