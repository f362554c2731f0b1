using System.Text;
using FlowLogs.Conditions;
using FlowLogs.Reading;
using FlowLogs.Records;
using static FlowLogs.Tests.Reading.SourceReading;
using FlowLogs.Tests.Records;

namespace FlowLogs.Tests.Scanning;

/// <summary>What lines of flow logs have in them in practice, and how they come out.</summary>
public class WildTextTests
{
    private const string Line = "2 123456789010 eni-1235b8ca 10.0.0.5 10.0.0.220 49152 443 6 1 40 1418530010 1418530070 ACCEPT OK";

    [Theory]
    [InlineData("LINE\r\nLINE\r\n")]
    [InlineData("\uFEFFLINE\n\uFEFFLINE")]
    [InlineData("\uFEFF \t\r\n\n\r\n   LINE   \n\n\tLINE\t\r\n   \n")]
    [InlineData("2\t123456789010\teni-1235b8ca\t10.0.0.5\t10.0.0.220\t49152\t443\t6\t1\t40\t1418530010\t1418530070\tACCEPT\tOK\nLINE")]
    [InlineData("LINE\n2  123456789010 \t eni-1235b8ca 10.0.0.5 10.0.0.220 49152 443 6 1 40 1418530010 1418530070 ACCEPT OK  ")]
    [InlineData("\uFEFFversion account_id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\r\nLINE\r\n\uFEFFversion account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\r\nLINE\r\n")]
    public void Line_ends_blanks_tabs_and_marks_do_not_matter(string text)
    {
        Assert.Equal([Line, Line], Describe(Read(text.Replace("LINE", Line, StringComparison.Ordinal))));
    }

    [Fact]
    public void Files_with_commas_and_underscores_may_be_joined_too()
    {
        var items = Read("\uFEFFaccount_id,srcaddr,dstport,tcp_flags,pkt_src_aws_service\r\n047615872826,10.0.0.1,22,19,\r\n,2001:db8::1,,,S3\r\n\uFEFFdstport,account_id\r\n443,000000000000\r\naccount_id,srcaddr,dstport,tcp_flags,pkt_src_aws_service\r\n1,a,2,3,-\r\n443,1\r\n");
        Assert.Equal(["047615872826 10.0.0.1 22 19 -", "- 2001:db8::1 - - S3", "443 000000000000", "1 a 2 3 -", "443 1"], Describe(items));
        Assert.Equal(["047615872826", null, "000000000000", "1", "1"], items.Select(static item => item.Record!.AccountId));
        Assert.Equal([22, null, 443, 2, 443], items.Select(static item => item.Record!.DstPort));
    }

    [Theory]
    [InlineData("2001:db8::1")]
    [InlineData("2001:DB8::1")]
    [InlineData("2001:0db8:0000:0000:0000:0000:0000:0001")]
    [InlineData("2001:db8:0:0:0:0:0:1")]
    [InlineData("2001:db8:0::0:0:1")]
    [InlineData("2001:db8::0.0.0.1")]
    [InlineData("2001:dB8:0:0::0001")]
    public void An_IPv6_address_is_kept_as_it_is_spelled_and_compared_as_what_it_is(string spelling)
    {
        foreach (var (network, isIn) in new[] { ("2001:db8::1", true), ("2001:DB8:0::/64", true), ("2001:db8::2", false), ("2001:db9::/32", false), ("0.0.0.0/0", false) })
        {
            var options = new FlowReadOptions { Formats = [FlowLogFormat.Parse("srcaddr dstport")], Condition = FlowExpression.SrcAddr(FlowNetwork.Parse(network)) };
            var items = Read($"{spelling} 1\n", options);
            Assert.Equal(isIn ? [$"{spelling} 1"] : [], Describe(items));
        }

        Assert.Equal(spelling, Assert.Single(Read(spelling + " 1", "srcaddr dstport")).Record!.SrcAddr);
    }

    [Fact]
    public void Leading_zeros_stay_in_ids_and_do_not_matter_in_numbers()
    {
        var record = Assert.Single(Read("000000000000 0443 00000000000000000000000000000000000007", "account-id dstport bytes")).Record!;
        Assert.Equal(("000000000000", 443, 7L), (record.AccountId, record.DstPort, record.Bytes));
        Assert.Equal("000000000000 0443 00000000000000000000000000000000000007", record.ToString());
    }

    [Theory]
    [InlineData("9007199254740991", 9007199254740991)]
    [InlineData("9007199254740992", 9007199254740992)]
    [InlineData("9007199254740993", 9007199254740993)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("9223372036854775808", null)]
    [InlineData("-9223372036854775809", null)]
    [InlineData("99999999999999999999", null)]
    public void Large_counts_are_exact_or_out_of_range(string text, long? expected)
    {
        var item = Assert.Single(Read(text + " a", "bytes srcaddr"));
        Assert.Equal(expected, item.Record?.Bytes);
        Assert.Equal(expected is null ? "IntegerRange" : null, item.Problem?.ErrorId);

        var options = new FlowReadOptions { Formats = [FlowLogFormat.Parse("bytes srcaddr")], Condition = FlowExpression.Number(FlowExpression.FindField("bytes"), FlowLogs.Filtering.Values.ComparisonOperator.Equal, 9007199254740993m, whenMissing: false) };
        Assert.Equal(expected == 9007199254740993, Read(text + " a", options).Exists(static found => found.Record is not null));
    }

    [Theory]
    [InlineData("2", "2", "2", null)]
    [InlineData("2", "3", "2", null)]
    [InlineData("2", "18", "2", null)]
    [InlineData("18", "2", "19", null)]
    [InlineData("2", "-", "3", null)]
    [InlineData("-", "2", "2", null)]
    [InlineData("2", "-1", "2", null)]
    [InlineData("2", "x", "2", "BadInteger")]
    [InlineData("2", ".", "2", "BadInteger")]
    [InlineData("18", "1x", "2", "BadInteger")]
    [InlineData("2", "99999999999", "2", "IntegerRange")]
    public void A_number_in_front_may_be_another_in_each_line(string number, string other, string third, string? error)
    {
        // More lines than are looked at together, and the other at each place among them.
        for (var at = 0; at < 40; at++)
        {
            var lines = Enumerable.Range(0, 50).Select(line => (line == at ? other : line < at ? number : third) + " a 22").ToList();
            var items = Read(string.Join('\n', lines), "tcp-flags srcaddr dstport");
            lines[at] = error ?? lines[at];
            Assert.Equal(lines, Describe(items));
        }
    }

    [Fact]
    public void Times_may_be_in_milliseconds()
    {
        var record = Assert.Single(Read("1418530010123 1418530070 a", "start end srcaddr")).Record!;
        Assert.Equal(1418530010123, record.Start!.Value.ToUnixTimeMilliseconds());
        Assert.Equal(1418530070000, record.End!.Value.ToUnixTimeMilliseconds());
        Assert.Equal("1418530010123 1418530070 a", record.ToString());
        var options = new FlowReadOptions { StartTime = record.Start, EndTime = record.Start, Formats = [FlowLogFormat.Parse("start end srcaddr")] };
        Assert.Single(Read("1418530010123 1418530070 a\n1418530010124 1 b\n1418530010 1 c\n", options));
    }

    [Theory]
    [InlineData("2 unknown eni-1235b8ca - - - - - - - 1431280876 1431280934 - NODATA", "unknown", "NODATA", null)]
    [InlineData("2 123456789010 eni-1235b8ca 10.0.0.5 10.0.0.220 49152 443 6 1 40 1431280876 1431280934 - SKIPDATA", "123456789010", "SKIPDATA", "10.0.0.5")]
    [InlineData("2 123456789010 eni-1235b8ca 10.0.0.5 - - - - - - 1431280876 1431280934 ACCEPT NODATA", "123456789010", "NODATA", "10.0.0.5")]
    public void Records_without_data_may_have_some(string line, string account, string status, string? source)
    {
        var record = Assert.Single(Read(line)).Record!;
        Assert.Equal((account, status, source), (record.AccountId, record.LogStatus, record.SrcAddr));
        Assert.Equal(line, record.ToString());
    }

    [Theory]
    [InlineData("eni-\u0436")]
    [InlineData("\u4e2d\u6587")]
    [InlineData("a\u00a0b")]
    [InlineData("a\u2003b\u3000c")]
    [InlineData("\U0001F600")]
    [InlineData("a\vb\fc")]
    [InlineData("%D0%B6%20x")]
    [InlineData("eni-89.160.20.156,\"x\"")]
    public void Ids_are_opaque_and_only_blanks_and_tabs_separate(string id)
    {
        var record = Assert.Single(Read($"{id} 22 {id}", "interface-id dstport my-field")).Record!;
        Assert.Equal((id, 22, id), (record.InterfaceId, record.DstPort, record.GetValue("my-field")));
        Assert.Equal($"{id} 22 {id}", record.ToString());
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_do_not_stop_anything()
    {
        byte[] bytes = [.. "a "u8, 0xFF, 0xFE, 0x80, .. " 22\nb c 23\n"u8];
        var items = Read(bytes, new FlowReadOptions { Formats = [FlowLogFormat.Parse("srcaddr interface-id dstport")] });
        Assert.Equal([22, 23], items.Select(static item => item.Record!.DstPort));
        Assert.Equal([.. "a "u8, 0xFF, 0xFE, 0x80, .. " 22"u8], RecordLines.LineOf(items[0].Record!));
    }

    [Fact]
    public void Addresses_of_an_interface_beside_its_own_are_in_the_packets_fields()
    {
        var record = Assert.Single(Read("version srcaddr dstaddr pkt-srcaddr pkt-dstaddr\n3 10.0.0.5 10.0.1.10 10.0.0.77 198.51.100.7\n")).Record!;
        Assert.Equal(("10.0.0.5", "10.0.0.77", "10.0.1.10", "198.51.100.7"), (record.SrcAddr, record.PktSrcAddr, record.DstAddr, record.PktDstAddr));
    }

    [Fact]
    public void A_line_that_is_no_UTF8_is_shown_all_the_same()
    {
        Assert.Contains("\uFFFD", Assert.Single(Read([0xFF, .. " x"u8], new FlowReadOptions())).Problem!.Message, StringComparison.Ordinal);
        Assert.Equal("FieldCount", Describe(Assert.Single(Read(Encoding.Unicode.GetBytes("2 1"), new FlowReadOptions()))));
    }
}
