using FlowLogs.Conditions;
using FlowLogs.Querying;
using FlowLogs.Records;
using FlowLogs.Scanning;
using FlowLogs.Tests.Writing;

namespace FlowLogs.Tests.Querying;

[Collection(AloneTests.Name)]
public sealed class FlowQueryTests
{
    private const string Format = "srcaddr dstport bytes start log-status";

    private static readonly FlowField SrcAddr = FlowExpression.FindField("SrcAddr");
    private static readonly FlowField DstPort = FlowExpression.FindField("dstport");
    private static readonly FlowField Bytes = FlowExpression.FindField("Bytes");
    private static readonly FlowField Start = FlowExpression.FindField("Start");

    [Fact]
    public void Columns_are_in_the_order_of_the_question()
    {
        var query = new FlowQuery { GroupBy = [SrcAddr, DstPort], Sums = [Bytes], Distinct = [DstPort], Bin = TimeSpan.FromMinutes(5) };
        Assert.Equal(["SrcAddr", "DstPort", "Count", "Bytes", "DistinctDstPort", "Bin"], query.Columns.Select(static column => column.Name));
        Assert.Equal("DistinctDstPort", query.FindColumn("distinctdstport").Name);
        Assert.Equal(FlowColumnKind.Group, query.FindColumn("srcaddr").Kind);
        Assert.Equal(query.FindColumn("dstport"), query.FindColumn("DstPort"));
    }

    [Fact]
    public void Nothing_is_one_group_without_fields_and_none_with_them()
    {
        var empty = Assert.Single(new FlowQueryRunner(new FlowQuery { Sums = [Bytes] }).Finish().Rows);
        Assert.Equal([0L, 0L], empty.GetValues());
        Assert.Empty(new FlowQueryRunner(new FlowQuery { GroupBy = [SrcAddr] }).Finish().Rows);
        Assert.Empty(new FlowQueryRunner(new FlowQuery { Bin = TimeSpan.FromHours(1) }).Finish().Rows);
    }

    [Fact]
    public void Records_without_values_are_counted_and_add_nothing()
    {
        var query = new FlowQuery { GroupBy = [SrcAddr], Sums = [Bytes], Distinct = [DstPort] };
        var rows = Rows(query, "10.0.0.1 22 5 1 OK", "- - - 2 NODATA", "10.0.0.1 - 7 3 OK", "- - - 4 SKIPDATA");
        Assert.Equal([[null, 2L, 0L, 0L], ["10.0.0.1", 2L, 12L, 1L]], rows);
    }

    [Fact]
    public void Numbers_and_times_group_by_value_and_texts_as_they_are_written()
    {
        Assert.Equal([[22, 3L]], Rows(new FlowQuery { GroupBy = [DstPort] }, "a 22 1 1 OK", "a 022 1 1 OK", "a 000000000000000000022 1 1 OK"));
        var time = DateTimeOffset.FromUnixTimeSeconds(1_770_000_000);
        Assert.Equal([[time, 2L]], Rows(new FlowQuery { GroupBy = [Start] }, "a 1 1 1770000000 OK", "a 1 1 1770000000000 OK"));
        Assert.Equal(
            [["10.0.0.1", 1L], ["010.0.0.1", 1L], ["2001:DB8::1", 1L], ["2001:db8::1", 1L]],
            Rows(new FlowQuery { GroupBy = [SrcAddr] }, "2001:db8::1 1 1 1 OK", "010.0.0.1 1 1 1 OK", "2001:DB8::1 1 1 1 OK", "10.0.0.1 1 1 1 OK"));
    }

    [Fact]
    public void Sums_do_not_overflow()
    {
        var line = $"a 1 {long.MaxValue} 1 OK";
        Assert.Equal([[2L, 2m * long.MaxValue]], Rows(new FlowQuery { Sums = [Bytes] }, line, line));
        Assert.Equal([[3L, long.MaxValue]], Rows(new FlowQuery { Sums = [Bytes] }, line, line, $"a 1 -{long.MaxValue} 1 OK"));
        Assert.Equal([[2L, 2m * long.MinValue]], Rows(new FlowQuery { Sums = [Bytes] }, $"a 1 {long.MinValue} 1 OK", $"a 1 {long.MinValue} 1 OK"));
    }

    [Fact]
    public void Bins_begin_at_multiples_since_1970_before_it_too()
    {
        var query = new FlowQuery { Bin = TimeSpan.FromHours(1) };
        var rows = Rows(query, "a 1 1 -1 OK", "a 1 1 0 OK", "a 1 1 3599 OK", "a 1 1 3600 OK", "a 1 1 - OK", "a 1 1 -62135596800 OK");
        var epoch = DateTimeOffset.UnixEpoch;
        Assert.Equal([[1L, null], [1L, DateTimeOffset.MinValue], [1L, epoch.AddHours(-1)], [2L, epoch], [1L, epoch.AddHours(1)]], rows);
    }

    [Fact]
    public void Groups_that_are_equal_come_in_the_order_of_their_keys()
    {
        var query = new FlowQuery { GroupBy = [SrcAddr] };
        var rows = Rows(
            query with { OrderBy = query.FindColumn("Count"), Top = 3 },
            "10.0.0.10 1 1 1 OK", "10.0.0.9 1 1 1 OK", "x 1 1 1 OK", "x 1 1 1 OK", "10.0.0.8 1 1 1 OK", "a 1 1 1 OK");
        Assert.Equal([["x", 2L], ["10.0.0.8", 1L], ["10.0.0.9", 1L]], rows);
    }

    [Fact]
    public void What_cannot_be_answered_is_refused()
    {
        AssertRefused("NotANumberField", new FlowQuery { Sums = [SrcAddr] });
        AssertRefused("NotANumberField", new FlowQuery { Sums = [Start] });
        AssertRefused("AmbiguousColumn", new FlowQuery { GroupBy = [Bytes], Sums = [Bytes] });
        AssertRefused("AmbiguousColumn", new FlowQuery { GroupBy = [FlowField.Unknown("count")] });
        AssertRefused("UnknownColumn", new FlowQuery { OrderBy = new FlowColumn(FlowColumnKind.Sum, Bytes) });
        AssertRefused("InvalidBin", new FlowQuery { Bin = TimeSpan.FromSeconds(1.5) });
        AssertRefused("InvalidBin", new FlowQuery { Bin = TimeSpan.FromSeconds(-1) });
        AssertRefused("InvalidTop", new FlowQuery { Top = 0 });
        Assert.Equal("UnknownColumn", Assert.Throws<FlowLogException>(() => new FlowQuery { Distinct = [SrcAddr] }.FindColumn("SrcAddr")).ErrorId);
    }

    [Fact]
    public void Groups_beyond_the_limit_end_the_query()
    {
        var query = new FlowQuery { GroupBy = [DstPort] };
        var runner = new FlowQueryRunner(query, maxGroups: 100);
        for (var i = 0; i < 1000; i++)
            runner.Add(Lines.Read(Format, $"a {i % 100} 1 1 OK"));
        Assert.Equal(100, runner.Finish().Groups);

        // Neither of two tables has too many, but both together have.
        var two = new FlowQueryRunner(query, maxGroups: 100);
        var sink = two.OpenSink();
        for (var i = 0; i < 100; i++)
        {
            two.Add(Lines.Read(Format, $"a {i} 1 1 OK"));
            sink.Add(Lines.Read(Format, $"a {i + 1} 1 1 OK"));
        }

        Assert.Equal("TooManyGroups", Assert.Throws<FlowLogException>(two.Finish).ErrorId);
        var values = new FlowQueryRunner(new FlowQuery { Distinct = [DstPort] }, maxGroups: 100);
        Assert.Equal("TooManyGroups", Assert.Throws<FlowLogException>(() =>
        {
            for (var i = 0; i < 2000; i++)
                values.Add(Lines.Read(Format, $"a {i} 1 1 OK"));
        }).ErrorId);
    }

    [Fact]
    public void A_line_of_a_known_group_allocates_nothing()
    {
        var query = new FlowQuery
        {
            GroupBy = [SrcAddr, DstPort, FlowExpression.FindField("log-status")],
            Sums = [Bytes],
            Distinct = [SrcAddr],
            Bin = TimeSpan.FromMinutes(1),
        };
        var sink = new FlowQueryRunner(query).OpenSink();
        var format = FlowLogFormat.Parse(Format);
        Add(1000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Add(1000);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Add(int count)
        {
            for (var i = 0; i < count; i++)
            {
                sink.Add(format, new LineFields("10.0.0.1 22 1234 1770000000 OK"u8, [ushort.MaxValue, 8, 11, 16, 27, 30]));
                sink.Add(format, new LineFields("2001:db8::1 22 1234 1770000000 OK"u8, [ushort.MaxValue, 11, 14, 19, 30, 33]));
            }
        }
    }

    private static void AssertRefused(string errorId, FlowQuery query) =>
        Assert.Equal(errorId, Assert.Throws<FlowLogException>(() => new FlowQueryRunner(query)).ErrorId);

    private static IEnumerable<object?[]> Rows(FlowQuery query, params string[] lines)
    {
        var runner = new FlowQueryRunner(query);
        foreach (var line in lines)
            runner.Add(Lines.Read(Format, line));
        return runner.Finish().Rows.Select(static row => row.GetValues().ToArray());
    }
}
