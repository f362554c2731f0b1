using System.Text;
using FlowLogs.Filtering;

namespace FlowLogs.Tests.Filtering;

/// <summary>A message that does not match costs no memory.</summary>
[Collection(AloneTests.Name)]
public class FilterAllocationTests
{
    private static readonly string[] Lines =
    [
        "2 123456789010 eni-1235b8ca123456789 172.31.16.139 172.31.16.21 20641 443 6 20 4249 1418530010 1418530070 ACCEPT OK",
        "2 123456789010 eni-1235b8ca123456789 - - - - - - - 1431280876 1431280934 - NODATA",
        "127.0.0.1 - frank [10/Oct/2000:13:25:15 -0700] \"GET /index.html HTTP/1.0\" 200 1534",
        "",
        "plain \"unclosed [x",
        "{\"level\":\"info\",\"code\":12.5,\"big\":1e308,\"text\":\"\\u00e9\\n \",\"list\":[1,\"a\",null,{\"x\":2}]}",
        "  {\"level\":{\"error\":\"error\"},\"list\":{\"a\":{\"x\":5}},\"code\":-0.0001}  ",
        "[{\"level\":\"error\"}]",
        "{'level': 'error'}",
        string.Join(' ', Enumerable.Repeat("field", 5_000)),
        "{\"level\":\"" + new string('x', 3_000) + "\\\"\",\"code\":404}",
    ];

    [Theory]
    [InlineData("error timeout")]
    [InlineData("?timeout ?\"not here\"")]
    [InlineData("ERROR -timeout")]
    [InlineData("%time[a-z]ut$%")]
    [InlineData("[a = 3, ...]")]
    [InlineData("[version, account, eni, src, dst, sport, dport = 22 || dport >= 3388.5, proto, packets, bytes, start, end, action, status]")]
    [InlineData("[..., action = REJECT, status = *x*]")]
    [InlineData("[a, ..., b = %^zz$%]")]
    [InlineData("{ $.level = \"error\" && $.code > 1e3 }")]
    [InlineData("{ $.text = %zz% || $.code = 13 || $.code = \"13*\" || $.big = 1e307 }")]
    [InlineData("{ $.list[*] = 7 || $.list[*].x = \"y*\" || $.* = *zz }")]
    [InlineData("{ $.list[3].x IS NULL || $.level.error IS TRUE || $.level = \"q*\" }")]
    public void Nothing_is_allocated_for_a_message_that_does_not_match(string text)
    {
        var pattern = FilterPattern.Parse(text);
        byte[][] messages = [.. Lines.Select(Encoding.UTF8.GetBytes)];
        for (var i = 0; i < 50; i++)
            Assert.Equal(0, CountMatches(pattern, messages));

        var before = GC.GetAllocatedBytesForCurrentThread();
        var matches = 0;
        for (var i = 0; i < 200; i++)
            matches += CountMatches(pattern, messages);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal((0, 0L), (matches, allocated));
    }

    private static int CountMatches(FilterPattern pattern, byte[][] messages)
    {
        var matches = 0;
        foreach (var message in messages)
            matches += pattern.IsMatch(message) ? 1 : 0;
        return matches;
    }
}
