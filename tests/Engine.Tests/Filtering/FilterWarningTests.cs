using FlowLogs.Filtering;

namespace FlowLogs.Tests.Filtering;

public class FilterWarningTests
{
    [Theory]
    [InlineData("us-east-1", "us-east-1 means 'us' and not 'east' and not '1'")]
    [InlineData("?a?b", "?a?b means perhaps 'a' and perhaps 'b'")]
    [InlineData("?x ERROR", "?x is ignored")]
    [InlineData("?x -ERROR", "?x is ignored")]
    [InlineData("\" \"", "\" \" searches for a blank")]
    [InlineData("\"ERR*\"", "\"ERR*\" searches for a star")]
    [InlineData("[a, b = 1]", "b = 1: the last slot takes the rest of the line")]
    [InlineData("[a = *x*y, b]", "'*x*y': a * takes the first place that fits")]
    [InlineData("[a = \"*1.1\", b]", "'*1.1': a * takes the first place that fits")]
    [InlineData("{ $.a = \"*111.111.111\" }", "'*111.111.111': a * takes the first place that fits")]
    [InlineData("{ $.b = 1 || ($.a = %x% && $.a != *x*y) }", "'*x*y': a * takes the first place that fits")]
    [InlineData("{ $.a = true }", "true is the text 'true' and never a boolean: write IS TRUE for that.")]
    [InlineData("{ $.a != false }", "false is the text 'false' and never a boolean: write IS FALSE for that.")]
    [InlineData("{ $.a[*] != 2 }", "$.a[*] with != asks that none of them is equal, and holds if there are none.")]
    public void Warns(string pattern, string start)
    {
        var warning = Assert.Single(FilterPattern.Parse(pattern).Warnings);
        Assert.StartsWith(start, warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("ERROR -timeout")]
    [InlineData("?ERROR ?\"two words\"")]
    [InlineData("\"us-east-1\"")]
    [InlineData("%a|b%")]
    [InlineData("[a = 1, b]")]
    [InlineData("[a, b = 1, ...]")]
    [InlineData("[..., b = 1]")]
    [InlineData("[a = *.html*, b = *Event, c = 1*2, ...]")]
    [InlineData("{ $.a = \"true\" && $.b = 1 && $.c = *Event && $.d IS TRUE }")]
    public void Is_silent_about_the_ordinary(string pattern) => Assert.Empty(FilterPattern.Parse(pattern).Warnings);
}
