using System.Text;
using FlowLogs.Filtering;
using FlowLogs.Reading;
using FlowLogs.Scanning;

namespace FlowLogs.Tests.Reading;

public class CommaTests
{
    [Theory]
    [InlineData("10.0.0.1,22,x", "10.0.0.1 22 x")]
    [InlineData(" 10.0.0.1 , 22,\tx\r", "10.0.0.1 22 x")]
    [InlineData(",,", "- - -")]
    [InlineData("-,22,", "- 22 -")]
    [InlineData("10.0.0.1 22 x", "10.0.0.1 22 x")]
    public void Commas_separate_after_a_header_with_commas(string line, string expected)
    {
        var record = Assert.Single(Read($"srcaddr, dstport,flow_direction\n{line}")).Record!;
        Assert.Equal(expected, record.ToString());
        Assert.Equal(expected.Split(' ').Select(static text => text == "-" ? null : text), [record.SrcAddr, record.DstPort?.ToString(System.Globalization.CultureInfo.InvariantCulture), record.FlowDirection]);
    }

    [Theory]
    [InlineData("FieldCount", "10.0.0.1,22")]
    [InlineData("FieldCount", "10.0.0.1,22,x,")]
    [InlineData("FieldCount", ",,,,,,,,")]
    [InlineData("BadInteger", "10.0.0.1,x,y")]
    public void A_bad_line_is_shown_as_it_is(string errorId, string line)
    {
        var items = Read($"srcaddr,dstport,flow_direction\n{line}\na,1,b");
        var problem = Assert.IsType<FlowLineException>(items[0].Problem);
        Assert.Equal((errorId, line), (problem.ErrorId, problem.Line));
        Assert.Equal("a 1 b", items[1].Record!.ToString());
    }

    [Fact]
    public void A_header_with_blanks_ends_it()
    {
        var items = Read("srcaddr,dstport\na,1\nsrcaddr dstport\nb,c 2\n");
        Assert.Equal(["a 1", "b,c 2"], items.Select(static item => item.Record?.ToString()));
    }

    [Fact]
    public void Patterns_find_fields_as_between_blanks()
    {
        var options = new FlowReadOptions { FilterPattern = FilterPattern.Parse("[a, b = 22]") };
        Assert.Equal(["x 22"], Read("srcaddr,dstport\nx,22\nx,23", options).Select(static item => item.Record!.ToString()));
    }

    [Fact]
    public void The_longest_lines_are_read_or_told_of()
    {
        foreach (var length in new[] { 65_530, 65_531, 65_532, 65_533, 65_535 })
        {
            var line = new string('x', length - 2) + ",1";
            var item = Assert.Single(Read($"srcaddr,dstport\n{line}"));
            Assert.True(item.Problem is not null || item.Record!.ToString() == line.Replace(',', ' '));
            Assert.Equal(length <= 65_533, item.Record is not null);
        }
    }

    private static List<ReadItem> Read(string text, FlowReadOptions? options = null)
    {
        var items = new List<ReadItem>();
        new LineReader("test", options ?? new FlowReadOptions()).Read(Encoding.UTF8.GetBytes(text), items);
        return items;
    }
}
