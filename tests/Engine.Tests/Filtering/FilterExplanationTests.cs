namespace FlowLogs.Tests.Filtering;

public class FilterExplanationTests
{
    [Theory]
    [InlineData("ERROR -timeout", "INFO", "ERROR", 0, null, "the message does not contain 'ERROR'")]
    [InlineData("ERROR -timeout", "ERROR timeout", "-timeout", 6, "timeout", "the message contains 'timeout', which is excluded")]
    [InlineData(" ?a ?\"b c\"", "x", "?a ?\"b c\"", 1, null, "the message contains none of 'a', 'b c'")]
    [InlineData("%^a%", "ba", "%^a%", 0, null, "the regular expression finds nothing in the message")]
    [InlineData("[a, b, c, d, e]", "1 2 3", null, null, null, "the event has 3 fields, the pattern needs 5")]
    [InlineData("[a, ..., b]", "1", null, null, null, "the event has 1 field, the pattern needs 2")]
    [InlineData("[]", " ", null, null, null, "the event has 0 fields, the pattern needs 1")]
    [InlineData("[a = 1, b = 2, c]", "1 3 4", "b = 2", 8, "3", "b is '3'")]
    [InlineData("[a = 1, b]", "\"x y\" 3", "a = 1", 1, "x y", "a is 'x y', which is not a number")]
    [InlineData("[a, b > 1 && b < 9, ...]", "1 10", "b < 9", 13, "10", "b is '10'")]
    [InlineData("[a=x || a=1*, b]", "z 1", "a=x || a=1*", 1, "z", "no alternative holds: a is 'z'")]
    [InlineData("[..., b = %^2%, c]", "1 3 4", "b = %^2%", 6, "3", "b is '3'")]
    [InlineData("[a = ERROR]", "ERROR x", "a = ERROR", 1, "ERROR x", "a is 'ERROR x'; the last slot takes the rest of the line")]
    [InlineData("[a = \"x\"]", "\"x y\"", "a = \"x\"", 1, "x y", "a is 'x y'")]
    [InlineData("{ $.a = 1 }", "START", null, null, null, "the event is not a JSON object with nothing around it")]
    [InlineData("{ $.a = 1 && $.b = 2 }", "{\"a\":1,\"b\":\"x\"}", "$.b = 2", 13, "x", "$.b is the text 'x'")]
    [InlineData("{ $.a.b != 1 }", "{}", "$.a.b != 1", 2, null, "$.a.b is missing, and only NOT EXISTS holds for what is missing")]
    [InlineData("{ $.a != 1 }", "{\"a\":true}", "$.a != 1", 2, "true", "$.a is true, and only text and finite numbers can be compared with a number")]
    [InlineData("{ $.a = \"x\" }", "{\"a\":[1]}", "$.a = \"x\"", 2, "[1]", "$.a is an array, and only text and numbers can be compared")]
    [InlineData("{ $.a > 1 }", "{\"a\":\"5\"}", "$.a > 1", 2, "5", "$.a is the text '5', and only finite numbers have an order")]
    [InlineData("{ $.a IS TRUE }", "{\"a\":\"true\"}", "$.a IS TRUE", 2, "true", "$.a is the text 'true'")]
    [InlineData("{ $.a NOT EXISTS }", "{\"a\":null}", "$.a NOT EXISTS", 2, "null", "$.a exists")]
    [InlineData("{ $.a = 1 || $.b = 2 }", "{\"a\":3,\"b\":4}", "$.a = 1 || $.b = 2", 2, null, "no alternative holds: $.a is 3; $.b is 4")]
    [InlineData("{ $.a[*] = 2 }", "{\"a\":[1]}", "$.a[*] = 2", 2, "[1]", "none of $.a[*] passes")]
    [InlineData("{ $.a[*] != 2 }", "{\"a\":[2]}", "$.a[*] != 2", 2, "[2]", "one of $.a[*] is equal")]
    [InlineData("{ $.a[*] != 2 }", "{}", "$.a[*] != 2", 2, null, "none of $.a[*] passes")]
    public void Names_the_condition_that_failed(
        string pattern,
        string message,
        string? condition,
        int? position,
        string? value,
        string reason)
    {
        var explanation = Filters.Explain(pattern, message);
        Assert.False(explanation.IsMatch);
        Assert.Equal(
            (condition, position, value, reason),
            (explanation.Condition, explanation.Position, explanation.Value, explanation.Reason));
    }

    [Fact]
    public void Agrees_with_the_match_in_every_case()
    {
        foreach (var each in FilterCase.All.Where(static c => !c.IsInvalid))
        {
            foreach (var message in each.Messages)
            {
                var explanation = Filters.Explain(each.Pattern, message);
                Assert.Equal(Filters.Matches(each.Pattern, message), explanation.IsMatch);
                Assert.Equal(explanation.IsMatch, explanation.Reason is null);
                if (explanation.Position is { } position)
                    Assert.Equal(explanation.Condition, each.Pattern.Substring(position, explanation.Condition!.Length));
            }
        }
    }
}
