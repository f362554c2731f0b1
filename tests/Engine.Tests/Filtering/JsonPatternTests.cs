using System.Text;
using FlowLogs.Filtering;

namespace FlowLogs.Tests.Filtering;

public class JsonPatternTests
{
    [Theory]
    // The text of numbers.
    [InlineData("= \"1000.0\"", "1e3", true)]
    [InlineData("= \"1.0E10\"", "1e10", true)]
    [InlineData("= \"1.2345678E7\"", "12345678.0", true)]
    [InlineData("= \"1234567.8\"", "1234567.8", true)]
    [InlineData("= \"0.001\"", "1e-3", true)]
    [InlineData("= \"1.0E-4\"", "0.0001", true)]
    [InlineData("= \"0.0\"", "1e-999", true)]
    [InlineData("= \"-0.0\"", "-0.0", true)]
    [InlineData("= \"0\"", "-0", true)]
    [InlineData("= \"Infinity\"", "1e309", true)]
    [InlineData("= \"-Infinity\"", "-1e309", true)]
    [InlineData("= %1%", "1e3", true)]
    [InlineData("= %1%", "1e309", false)]
    [InlineData("= %1%", "1e-999", false)]
    [InlineData("= \"12*\"", "12345678901234567890123", true)]
    // Their value.
    [InlineData("= 9007199254740993", "9007199254740993", true)]
    [InlineData("= 9007199254740992", "9007199254740993", false)]
    [InlineData("= 9007199254740992", "9007199254740993.0", true)]
    [InlineData("= 12345678901234567890123", "12345678901234567890123", true)]
    [InlineData("< 12345678901234567890123", "12345678901234567890122", true)]
    [InlineData("> 0.1", "0.1", false)]
    [InlineData("= 0.10", "0.1", true)]
    [InlineData("= 1e309", "\"1e309\"", true)]
    [InlineData("< 1e309", "1e308", true)]
    [InlineData("> -1e309", "-1e308", true)]
    [InlineData("= 1e309", "1e309", false)]
    [InlineData("!= 1", "1e309", false)]
    [InlineData("> 1", "1e309", false)]
    [InlineData("= 1e2147483647", "1", false)]
    [InlineData("!= 1", "true", false)]
    [InlineData("!= \"x\"", "[]", false)]
    // Text.
    [InlineData("= \"\"", "\"\"", true)]
    [InlineData("= \"\"", "\"x\"", false)]
    [InlineData("= \"a/b\"", "\"a\\/b\"", true)]
    [InlineData("= \"é𝒳\"", "\"\\u00e9\\ud835\\udcb3\"", true)]
    [InlineData("= \"\uFFFD\"", "\"\\ud835\"", true)]
    [InlineData("= %^\\s+$%", "\"\\n\\t\\r\"", true)]
    [InlineData("= 111*111", "\"111.111.111.111\"", false)]
    [InlineData("= a*c*", "\"abcd\"", true)]
    [InlineData("= true", "\"true\"", true)]
    [InlineData("= not", "\"not\"", true)]
    [InlineData("Is Null", "null", true)]
    [InlineData("IS NULL", "[1,[null]]", false)]
    [InlineData("IS NULL", "[{\"x\":null},null]", true)]
    public void Compares(string condition, string value, bool matches) =>
        Assert.Equal(matches, Filters.Matches($"{{ $.v {condition} }}", $"{{\"v\":{value}}}"));

    [Theory]
    [InlineData("$.a.b = 1", "{\"a\":{\"b\":1},\"a\":{\"c\":1}}", false)]
    [InlineData("$.a.b = 1", "{\"a\":{\"b\":1},\"a\":5}", false)]
    [InlineData("$.a.b = 1", "{\"a\":5,\"a\":{\"b\":1}}", true)]
    [InlineData("$.ab = 1", "{\"\\u0061b\":1}", true)]
    [InlineData("$.* = 2", "{\"x\":2,\"x\":3}", false)]
    [InlineData("$.* = 2", "{\"x\":2,\"y\":2,\"x\":3}", true)]
    [InlineData("$.* = 2", "{\"x\":2,\"\\u0078\":3}", false)]
    [InlineData("$.* = 2", "{\"\\u0078\":2,\"y\":3}", true)]
    [InlineData("$.a.*.b = 2", "{\"a\":{\"x\":{\"b\":2},\"x\":{\"c\":1}}}", false)]
    [InlineData("$.a[*].b NOT EXISTS", "{\"a\":{\"x\":{\"b\":2},\"x\":{\"c\":1}}}", true)]
    [InlineData("$.a[*] != 2", "{\"a\":5}", true)]
    [InlineData("$.a[*] != 2", "{\"a\":[true,null,{}]}", true)]
    [InlineData("$.a[*] IS NULL", "{\"a\":[[null]]}", false)]
    [InlineData("$.a[*] IS NULL", "{\"a\":[[null],null]}", true)]
    [InlineData("$.a[*] < 2", "{\"a\":[5,1]}", true)]
    [InlineData("$.a[1][*].b[0] = 7", "{\"a\":[0,[{\"b\":[7]}]]}", true)]
    [InlineData("$.['x y'].z-1 = 1", "{\"x y\":{\"z-1\":1}}", true)]
    [InlineData("$.a[99999999999] NOT EXISTS", "{\"a\":[1]}", true)]
    [InlineData("$.a[0] = 1 && $.a[1] = 2 && $.a = *", "{\"a\":[1,2]}", false)]
    [InlineData("(($.a = 1))", "{\"a\":1}", true)]
    [InlineData("$.é = 1", "{\"é\":1}", true)]
    public void Selects(string condition, string message, bool matches) =>
        Assert.Equal(matches, Filters.Matches($"{{{condition}}}", message));

    [Theory]
    [InlineData("{\"a\":1} x")]
    [InlineData("{\"a\":1}{}")]
    [InlineData("[{\"a\":1}]")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{'a':1}")]
    [InlineData("{\"a\":NaN}")]
    [InlineData("{\"a\":1 /* c */}")]
    [InlineData("{\"b\":01}")]
    [InlineData("{\"b\":\"\t\"}")]
    [InlineData("{\"b\":\"\\x\"}")]
    [InlineData("\uFEFF{}")]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("{ }}")]
    [InlineData("")]
    [InlineData("null")]
    public void Never_matches_what_is_not_one_object(string message)
    {
        Assert.False(Filters.Matches("{ $.zz NOT EXISTS }", message));
        Assert.False(Filters.Matches("{ $.a[*] NOT EXISTS || $.b = * }", message));
    }

    [Fact]
    public void Reads_objects_a_thousand_deep()
    {
        static string Nested(int depth) =>
            new StringBuilder().Insert(0, "{\"a\":", depth).Append('1').Append('}', depth).ToString();

        Assert.True(Filters.Matches("{ $.b NOT EXISTS }", Nested(1000)));
        Assert.False(Filters.Matches("{ $.b NOT EXISTS }", Nested(1001)));
        Assert.False(Filters.Matches("{ $.b NOT EXISTS }", Nested(200_000)));
    }

    [Fact]
    public void Invalid_UTF8_is_compared_as_it_is()
    {
        var message = Encoding.Latin1.GetBytes("{\"v\":\"a\u00FFb\"}");
        Assert.True(FilterPattern.Parse("{ $.v = \"a*b\" }").IsMatch(message));
        Assert.True(FilterPattern.Parse("{ $.v = %^a.b$% }").IsMatch(message));
        Assert.False(FilterPattern.Parse("{ $.v = \"a\u00FFb\" }").IsMatch(message));
    }

    [Theory]
    [InlineData("{", 1, "If a filter pattern starts with '{' it must end with '}'")]
    [InlineData("{ $.a = 1 } ", 12, "If a filter pattern starts with '{' it must end with '}'")]
    [InlineData("{ $.a EXISTS }", 6, "Invalid metric filter pattern")]
    [InlineData("{ $.a IS NOT TRUE }", 9, "Invalid character(s) in term 'NOT'")]
    [InlineData("{ $.a = NULL }", 8, "Invalid metric filter pattern")]
    [InlineData("{ $.a = }", 8, "Invalid metric filter pattern")]
    [InlineData("{ $.a = 1 OR $.b = 2 }", 10, "Invalid metric filter pattern")]
    [InlineData("{ $.\"key\" = 1 }", 4, "Invalid character(s) in term '$.\"'")]
    [InlineData("{ $.a..b = 1 }", 6, "Invalid character(s) in term '..'")]
    [InlineData("{ $.a['b'] = 1 }", 6, "Invalid character(s) in term '[''")]
    [InlineData("{ $.a[1 = 1 }", 7, "Invalid character(s) in term '[1 '")]
    [InlineData("{ $.a > \"123\" }", 8, "Invalid character(s) in term '\"123\"'")]
    [InlineData("{ $.a = us-east-1 }", 11, "Invalid character(s) in term '-e'")]
    [InlineData("{ $.a = a/b }", 9, "Invalid character(s) in term '/'")]
    [InlineData("{ $.a = 1 | $.b = 1 }", 11, "Invalid character(s) in term '| '")]
    [InlineData("{ $.a = \"x }", 8, "Invalid character(s) in term '\"x }'")]
    [InlineData("{ $.a = %% }", 9, "Invalid character(s) in term '%%'")]
    [InlineData("{ $.a = 1e-2147483648 }", 8, "Invalid metric filter pattern")]
    [InlineData("{ ($.a = 1 }", 11, "Invalid metric filter pattern")]
    [InlineData("{ $.a = 1 } }", 12, "Invalid metric filter pattern")]
    [InlineData("{ a = 1 }", 2, "Invalid metric filter pattern")]
    [InlineData("{ $.a.*[*] = 1 }", 7, "Your filter pattern has a JSON path selector that exceeds the maximum of 1 wildcard allowed per json selector.")]
    public void Refuses_in_the_words_of_the_service(string pattern, int position, string reason)
    {
        var error = Filters.Refused(pattern);
        Assert.Equal((position, reason), (error.Position, error.Reason));
    }
}
