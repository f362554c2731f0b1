using System.Text;
using FlowLogs.Conditions;
using FlowLogs.Filtering;
using FlowLogs.Reading;
using FlowLogs.Scanning;

namespace FlowLogs.Tests.Conditions;

[Collection(AloneTests.Name)]
public class ReadingTests
{
    private static readonly FlowExpression Ssh = FlowExpression.DstPort(FlowNumberRange.Parse("22"));

    [Fact]
    public void Lines_that_are_no_records_are_told_of_whatever_the_condition_says()
    {
        var items = Read(new FlowReadOptions { Condition = FlowExpression.False }, "srcaddr dstport", "a 22", "a", "a x", "a 99999999999", "a b c");
        Assert.Equal(["FieldCount", "BadInteger", "IntegerRange", "FieldCount"], items.Select(static item => item.Problem?.ErrorId));
        Assert.Equal([3, 4, 5, 6], items.Select(static item => ((FlowLineException)item.Problem!).LineNumber));
    }

    [Fact]
    public void A_header_line_gives_the_condition_other_columns()
    {
        var items = Read(new FlowReadOptions { Condition = Ssh }, "srcport dstport", "22 1", "2 22", "dstport srcport", "22 3", "4 22", "srcport srcaddr", "22 5");
        Assert.Equal(["2 22", "22 3"], items.Select(static item => item.Record!.ToString()));
    }

    [Fact]
    public void Condition_time_and_pattern_must_all_hold()
    {
        var options = new FlowReadOptions
        {
            Condition = Ssh,
            StartTime = DateTimeOffset.FromUnixTimeSeconds(100),
            EndTime = DateTimeOffset.FromUnixTimeSeconds(200),
            FilterPattern = FilterPattern.Parse("[a, b, c = x]"),
        };
        var items = Read(options, "dstport start srcaddr", "22 100 x", "22 200 x", "22 201 x", "22 99 x", "23 150 x", "22 150 y");
        Assert.Equal(["22 100 x", "22 200 x"], items.Select(static item => item.Record!.ToString()));
    }

    [Fact]
    public void Records_without_a_start_are_told_of_once_if_they_would_be_wanted()
    {
        var options = new FlowReadOptions { Condition = Ssh, EndTime = DateTimeOffset.FromUnixTimeSeconds(200) };
        Assert.Empty(Read(options, "dstport start", "23 -"));
        Assert.Equal("NoStartField", Assert.Single(Read(options, "dstport start", "23 -", "22 -", "22 -")).Problem!.ErrorId);
        Assert.Equal("NoStartField", Assert.Single(Read(options, "dstport srcport", "22 1", "22 2")).Problem!.ErrorId);
    }

    [Fact]
    public void Lines_that_are_not_wanted_cost_no_memory()
    {
        var condition = FlowExpression.All(
            FlowExpression.DstPort(Enumerable.Range(0, 40).Select(static i => new FlowNumberRange(i * 10, (i * 10) + 1))),
            FlowExpression.Action("reject", "drop"),
            FlowExpression.SrcAddr(FlowNetwork.Parse("10.0.0.0/8"), FlowNetwork.Parse("2001:db8::/32")),
            FlowExpression.Like(FlowExpression.FindField("interface-id"), "ENI-*?", ignoreCase: true),
            FlowExpression.Not(FlowExpression.Text(FlowExpression.FindField("log-status"), ["OK"], ignoreCase: false)));
        var line = "2 123456789010 eni-1235b8ca 2001:DB8::1 172.31.16.21 20641 390 6 20 4249 1418530010 1418530070 REJECT OK"u8.ToArray();
        var scanner = new LineScanner("test", [], condition.Bind);
        Scan(scanner, line, 200);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Scan(scanner, line, 1000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Scan(LineScanner scanner, byte[] line, int times)
    {
        for (var i = 0; i < times; i++)
        {
            if (scanner.Scan(line, i, default, out _) is not null)
                throw new InvalidOperationException("The line was wanted.");
        }
    }

    private static List<ReadItem> Read(FlowReadOptions options, params string[] lines)
    {
        var items = new List<ReadItem>();
        var reader = new LineReader("test", options);
        reader.Read(Encoding.UTF8.GetBytes(string.Join('\n', lines)), items);
        reader.Finish(items);
        return items;
    }
}
