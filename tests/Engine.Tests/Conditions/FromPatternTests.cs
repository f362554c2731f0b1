using FlowLogs.Conditions;
using FlowLogs.Filtering;
using FlowLogs.Records;

namespace FlowLogs.Tests.Conditions;

public class FromPatternTests
{
    [Theory]
    [InlineData("[]", "true")]
    [InlineData("[a]", "true")]
    [InlineData("[a, b, c, d, e]", "false")]
    [InlineData("[a, ..., b, c, d, e]", "false")]
    [InlineData("[a = x]", null)]
    [InlineData("[a, b = 22, c]", "dstport = 22")]
    [InlineData("[a, b, c = 1]", null)]
    [InlineData("[a, b, c = x, d]", "start = \"x\"")]
    [InlineData("[a, b, c = x, ...]", "start = \"x\"")]
    [InlineData("[a, b, ..., d = x]", "action = \"x\"")]
    [InlineData("[..., b > 21.5, c, d]", "dstport in 22..")]
    [InlineData("[a, b != 22, ...]", "(dstport in ..21, 23.. or dstport missing)")]
    [InlineData("[a, b = 22 && b != 23 || b = 1e3, ...]", "dstport in 22, 1000")]
    [InlineData("[a, b = \"22\", ...]", "dstport = \"22\"")]
    [InlineData("[a, b = \"-\", ...]", "dstport missing")]
    [InlineData("[a, b != \"-\", ...]", "dstport present")]
    [InlineData("[a, b != \"-\" && b != 22, ...]", "dstport in ..21, 23..")]
    [InlineData("[a = \"10.*\", ...]", "srcaddr like \"10.*\"")]
    [InlineData("[a != \"10.*\", ...]", "(srcaddr not like \"10.*\" or srcaddr missing)")]
    [InlineData("[a = \"*\", ...]", "true")]
    [InlineData("[a = \"*.1\", ...]", "srcaddr matching = \"*.1\"")]
    [InlineData("[a = \"?*\", ...]", "srcaddr matching = \"?*\"")]
    [InlineData("[a = %^10%, ...]", "srcaddr matching = %^10%")]
    [InlineData("[a > 10, ...]", "srcaddr matching > 10")]
    [InlineData("[a!=x, ...]", "(srcaddr != \"x\" or srcaddr missing)")]
    [InlineData("REJECT", null)]
    [InlineData("{ $.a = 1 }", null)]
    public void Slots_are_fields_by_their_place(string pattern, string? expected)
    {
        var condition = FlowExpression.FromPattern(FilterPattern.Parse(pattern), FlowLogFormat.Parse("srcaddr dstport start action"));
        Assert.Equal(expected, condition?.Simplify().ToString());
    }

    [Theory]
    [InlineData("[a = \"*.1\", b = 22, ...]")]
    [InlineData("[a = %^10[.]% && a != \"10.0.0.1\", b, c > 10, d]")]
    [InlineData("[a, b, c, d != \"ACC*\" || d = \"-\"]")]
    public void What_is_read_can_be_written_again(string pattern)
    {
        var format = FlowLogFormat.Parse("srcaddr dstport start action");
        var condition = FlowExpression.FromPattern(FilterPattern.Parse(pattern), format)!;
        var server = ServerPattern.From(condition, format);
        Assert.Null(server.Remainder);
        Assert.Equal(
            condition.Simplify().ToString(),
            FlowExpression.FromPattern(server.Pattern!, format)!.Simplify().ToString());
    }
}
