using System.Globalization;
using FlowLogs.Conditions;
using FlowLogs.Reading;
using FlowLogs.Records;
using FlowLogs.Scanning;
using static FlowLogs.Tests.Reading.SourceReading;

namespace FlowLogs.Tests.Scanning;

/// <summary>Sources whose lines have several formats.</summary>
[Collection(AloneTests.Name)]
public class MixedFormatTests
{
    private const string Vpc = "2 123456789010 eni-1235b8ca 10.0.0.5 10.0.0.220 49152 443 6 1 40 1418530010 1418530070 ACCEPT OK";
    private const string Gateway = "6 TransitGateway 123456789010 tgw-0a tgw-attach-0b 123456789010 123456789011 vpc-0a vpc-0b subnet-0a subnet-0b eni-0a eni-0b use1-az1 use1-az2 tgw-attach-0c 10.1.0.5 10.2.0.7 49153 443 6 7 700 1700000000 1700000060 OK IPv4 0 0 0 0 2 us-east-1 ingress - -";

    // 39 fields, as of version 7 with those of ECS; no header names them.
    private static readonly string Custom = string.Join(' ', FlowFields.All.Where(static field => field.SinceVersion is > 0 and <= 7 and not 6).Select(static field => field.Name));
    private static readonly string CustomLine = "7" + Vpc[1..] + string.Concat(Enumerable.Repeat(" -", 25));

    [Fact]
    public void The_gateways_default_format_is_in_the_order_of_the_user_guide()
    {
        var format = FlowLogFormat.TransitGatewayDefault;
        Assert.Equal(36, format.Fields.Count);
        Assert.All(format.Fields, static field => Assert.NotEqual(0, field.SinceVersion));
        Assert.Equal(6, format.Fields.Max(static field => field.SinceVersion));
        Assert.Equal(["version", "resource-type", "account-id"], format.Fields.Take(3).Select(static field => field.Name));
        Assert.Equal(FlowFields.All.Count(static field => field.SinceVersion == 6), format.Fields.Count(static field => field.SinceVersion == 6));
    }

    [Fact]
    public void Without_header_and_format_both_default_formats_are_tried()
    {
        var items = Read($"{Vpc}\n{Gateway}\n{Gateway}\n{Vpc}\n{CustomLine}\n");
        Assert.Equal([Vpc, Gateway, Gateway, Vpc, "FieldCount"], Describe(items));
        Assert.Equal(("tgw-0a", "10.1.0.5", FlowTcpFlags.SYN), (items[1].Record!.TgwId, items[1].Record!.SrcAddr, items[1].Record!.TcpFlags));
        Assert.Contains("39 fields, the default formats have 14 or 36", items[^1].Problem!.Message, StringComparison.Ordinal);
        Assert.Contains("-Format", items[^1].Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Formats_that_are_given_are_chosen_by_the_number_of_fields()
    {
        Assert.Equal(39, Custom.Split(' ').Length);
        var text = $"{CustomLine}\n{Vpc}\n{Gateway}\n{Vpc}\n{CustomLine}\n";
        var items = Read(text, Custom, FlowLogFormat.Default.ToString(), FlowLogFormat.TransitGatewayDefault.ToString());
        Assert.Equal([CustomLine, Vpc, Gateway, Vpc, CustomLine], Describe(items));
        Assert.Equal([7, 2, 6, 2, 7], items.Select(static item => item.Record!.Version));

        // What is given is all there is.
        Assert.Equal([CustomLine, "FieldCount", "FieldCount", CustomLine, "MoreFieldCount"], Describe(Read(text, Custom)));
    }

    [Fact]
    public void Headers_that_were_seen_and_formats_that_were_given_stay_known()
    {
        var items = Read("srcaddr dstport\na 1\nversion srcaddr bytes\n5 b 2\nc 3\n6 d 4\ne\n1 2 3 4\n", "interface-id");
        Assert.Equal(["a 1", "5 b 2", "c 3", "6 d 4", "e", "FieldCount"], Describe(items));
        Assert.Equal(["a", "b", "c", "d", null], items.Take(5).Select(static item => item.Record!.SrcAddr));
        Assert.Equal("e", items[4].Record!.InterfaceId);
        Assert.Contains("4 fields, the formats of the log have 3 or 2 or 1", items[^1].Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_header_is_right_about_lines_that_have_its_number_of_fields()
    {
        var items = Read("srcport dstport\n1 2\ndstport srcport\n1 2\nsrcport dstport\n1 2\ndstport srcport\nx 2\n", "bytes packets");
        Assert.Equal([2, 1, 2], items.Take(3).Select(static item => item.Record!.DstPort));
        Assert.Equal("BadInteger", Describe(Assert.Single(items.Skip(3))));
    }

    [Fact]
    public void A_header_that_makes_no_format_is_a_problem_and_the_rest_goes_on()
    {
        var items = Read($"srcaddr dstport\na 1\nsrcaddr srcaddr\nb 2\nsrcaddr {string.Join(' ', Enumerable.Range(1, 127).Select(static i => $"f{i}"))}\nc 3\n");
        Assert.Equal(["a 1", "InvalidHeader", "b 2", "InvalidHeader", "c 3"], Describe(items));
        Assert.Contains("\"srcaddr\" twice", items[1].Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Headers_without_end_are_forgotten_from_the_oldest()
    {
        var items = Read(string.Concat(Enumerable.Range(2, 40).Select(static count =>
            $"srcaddr {string.Join(' ', Enumerable.Range(1, count).Select(static i => $"f{i}"))}\n")) + "a 1 2\n" + string.Join(' ', Enumerable.Repeat("x", 36)));
        Assert.Equal("FieldCount", Describe(items[0]));
        Assert.NotNull(items[1].Record);
    }

    [Theory]
    [InlineData("srcaddr bytes", "bytes srcaddr", "10.0.0.1 7", "7 10.0.0.1")]
    [InlineData("srcaddr action", "action srcaddr", "10.0.0.1 REJECT", "REJECT 10.0.0.1")]
    [InlineData("srcaddr log-status", "log-status srcaddr", "2001:db8::1 NODATA", "NODATA ::1")]
    [InlineData("srcaddr vpc-id", "subnet-id srcaddr", "- vpc-1", "subnet-1 -")]
    [InlineData("type flow-direction", "flow-direction type", "IPv6 egress", "ingress IPv4")]
    [InlineData("account-id instance-id", "interface-id account-id", "012345678901 i-1", "eni-1 012345678901")]
    [InlineData("tgw-id tgw-src-eni", "tgw-src-subnet-id tgw-id", "tgw-1 eni-1", "subnet-1 tgw-1")]
    public void Of_formats_with_as_many_fields_the_one_is_chosen_that_the_line_fits(string first, string second, string firstLine, string secondLine)
    {
        foreach (var formats in new[] { (string[])[first, second], [second, first] })
        {
            var items = Read($"{firstLine}\n{secondLine}\n{secondLine}\n{firstLine}\n", formats);
            Assert.Equal([firstLine, secondLine, secondLine, firstLine], Describe(items));
            Assert.Equal([first, second, second, first], items.Select(static item => string.Join(' ', item.Record!.GetFields())));
        }
    }

    [Fact]
    public void Where_a_line_fits_two_formats_the_first_is_taken_with_one_warning()
    {
        var items = Read("1 2\n3 4\n- 5\n", "srcport dstport", "dstport srcport", "srcport bytes");
        Assert.Equal(["AmbiguousFormat", "1 2", "3 4", "- 5"], Describe(items));
        Assert.All(items.Skip(1), static item => Assert.Equal(["srcport", "dstport"], item.Record!.GetFields().Select(static field => field.Name)));
        var warning = Assert.IsType<FlowLineException>(items[0].Problem);
        Assert.Equal((FlowErrorKind.Warning, 1, "1 2"), (warning.Kind, warning.LineNumber, warning.Line));
        foreach (var part in new[] { "test, line 1", "${srcport} ${dstport}", "${dstport} ${srcport}", "-Format" })
            Assert.Contains(part, warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_format_twice_leaves_no_doubt()
    {
        Assert.Equal(["1 2"], Describe(Read("1 2\n", "srcport dstport", "${srcport} ${dstport}")));
    }

    [Fact]
    public void A_line_that_fits_none_of_several_is_told_of_as_of_the_first()
    {
        var problem = Assert.IsType<FlowLineException>(Assert.Single(Read("x y\n", "srcport srcaddr", "srcaddr bytes")).Problem);
        Assert.Equal(("BadInteger", "srcport"), (problem.ErrorId, problem.FieldName));
    }

    [Fact]
    public void Conditions_are_asked_of_the_right_column_of_each_line()
    {
        var options = new FlowReadOptions
        {
            Formats = [FlowLogFormat.Parse("dstport srcport"), FlowLogFormat.Parse("version srcport dstport"), FlowLogFormat.Parse("bytes")],
            Condition = FlowExpression.DstPort(FlowNumberRange.Parse("22")),
        };
        Assert.Equal(["22 1", "5 22 22", "22 3", "5 1 22"], Describe(Read("22 1\n5 22 22\n1 22\n22\n22 3\n5 1 22\n5 22 1\n", options)));
    }

    [Fact]
    public void The_time_of_an_export_task_may_stand_before_lines_of_every_format()
    {
        const string Stamp = "2015-08-12T13:47:43.000Z";
        var text = $"{Stamp} {Vpc}\n{Stamp}\t{Gateway}\n{Vpc}\n{Stamp}  {CustomLine}\n{Stamp} x y\n{Stamp} x\n";
        var items = Read(text, FlowLogFormat.Default.ToString(), FlowLogFormat.TransitGatewayDefault.ToString(), Custom, "seen-at srcaddr");
        Assert.Equal([Vpc, Gateway, Vpc, CustomLine, "x y", $"{Stamp} x"], Describe(items));
        Assert.Equal([true, true, false, true, true, false], items.Select(static item => item.Record!.Timestamp is not null));

        // A format that would take the time for a number's field is none for the line.
        var other = Read($"{Stamp} {Vpc}\n", "version " + string.Join(' ', Enumerable.Range(1, 14).Select(static i => $"f{i}")), FlowLogFormat.Default.ToString());
        Assert.Equal([Vpc], Describe(other));
    }

    [Fact]
    public void Lines_of_several_formats_cost_no_memory_where_they_are_not_wanted()
    {
        var scanner = new LineScanner("test", [], FlowExpression.DstPort(FlowNumberRange.Parse("1")).Bind);
        var lines = new[] { Vpc, Gateway }.Select(static line => System.Text.Encoding.UTF8.GetBytes(line)).ToArray();
        Scan(100);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Scan(1000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Scan(int times)
        {
            for (var i = 0; i < times; i++)
            {
                if (scanner.Scan(lines[i % 2], i, default, out var problem) is not null || problem is not null)
                    throw new InvalidOperationException("The line was wanted.");
            }
        }
    }

    [Fact]
    public void Lines_that_fit_no_format_are_told_of_once_for_each_number_of_fields_and_counted()
    {
        var text = string.Join('\n', Enumerable.Range(1, 1000).Select(static i => (i % 4) switch { 0 => "a b c", 1 => "a b", _ => Vpc }));
        var items = Read(text);
        Assert.Equal(500, items.Count(static item => item.Record is not null));
        var problems = items.Where(static item => item.Problem is not null).Select(static item => item.Problem!).ToList();
        Assert.Equal(["FieldCount", "FieldCount", "MoreFieldCount"], problems.Select(static problem => problem.ErrorId));
        Assert.Equal([1L, 4L], problems.Take(2).Select(static problem => ((FlowLineException)problem).LineNumber));
        foreach (var part in new[] { "498 more lines", "2 fields in 249 lines, 3 fields in 249 lines", "the lines 5, 8, 9, 12, 13, 16, 17, 20, 21, 24 and others up to 1000.", "-Format" })
            Assert.Contains(part, problems[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_with_ever_other_numbers_of_fields_are_counted_together_in_the_end()
    {
        var items = Read(string.Join('\n', Enumerable.Range(100, 500).Select(static count => string.Join(' ', Enumerable.Repeat("x", count)))));
        Assert.Equal(100, items.Count(static item => item.Problem!.ErrorId == "FieldCount"));
        Assert.Equal(101, items.Count);
        Assert.Contains("400 more lines", items[^1].Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_of_other_kinds_are_counted_apart()
    {
        var bad = string.Concat(Enumerable.Repeat("x\n1 2\n", 300));
        var items = Read(bad, "bytes");
        Assert.Equal(
            [("BadInteger", 100), ("FieldCount", 1), ("MoreFieldCount", 1), ("MoreBadLines", 1)],
            items.GroupBy(static item => item.Problem!.ErrorId).Select(static group => (group.Key, group.Count())));
        Assert.Contains("200 more lines", items[^1].Problem!.Message, StringComparison.Ordinal);
        Assert.Contains(299.ToString(CultureInfo.InvariantCulture), items[^2].Problem!.Message, StringComparison.Ordinal);
    }
}
