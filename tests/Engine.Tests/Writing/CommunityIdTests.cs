using System.Text;
using FlowLogs.Writing;

namespace FlowLogs.Tests.Writing;

public class CommunityIdTests
{
    private const string Format = "protocol srcaddr dstaddr srcport dstport";

    public static TheoryData<string, string> Published()
    {
        var rows = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "data", "community-ids.csv")).Skip(1))
        {
            var end = line.LastIndexOf(',');
            rows.Add(line[..end].Replace(',', ' '), line[(end + 1)..]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Published))]
    public void It_is_the_published_one(string line, string expected) => Assert.Equal(expected, IdOf(line));

    [Theory]
    [InlineData("1 10.0.0.1 10.0.0.2 0 0")] // Types of ICMP are no fields of flow logs.
    [InlineData("58 fe80::1 fe80::2 0 0")]
    [InlineData("6 10.0.0.1 10.0.0.2 - 80")]
    [InlineData("6 10.0.0.1 10.0.0.2 80 65536")]
    [InlineData("6 10.0.0.1 fe80::1 80 81")]
    [InlineData("6 10.0.0.1 - 80 81")]
    [InlineData("6 somewhere 10.0.0.1 80 81")]
    [InlineData("- 10.0.0.1 10.0.0.2 80 81")]
    [InlineData("256 10.0.0.1 10.0.0.2 80 81")]
    [InlineData("-1 10.0.0.1 10.0.0.2 80 81")]
    public void Without_a_whole_flow_there_is_none(string line) => Assert.Null(IdOf(line));

    private static string? IdOf(string line)
    {
        Span<byte> id = stackalloc byte[CommunityId.Length];
        return CommunityId.TryWrite(new RecordFields(Lines.Read(Format, line)), id) ? Encoding.ASCII.GetString(id) : null;
    }
}
