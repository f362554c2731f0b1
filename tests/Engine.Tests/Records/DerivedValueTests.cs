using System.Globalization;
using System.Text;
using System.Text.Json;
using FlowLogs.Records;
using FlowLogs.Scanning;

namespace FlowLogs.Tests.Records;

/// <summary>What is made from fields: flags, names of numbers, decoded tags, times.</summary>
public class DerivedValueTests
{
    public static TheoryData<string> Ids()
    {
        var data = new TheoryData<string>();
        foreach (var row in TestData.ReadCases("parse-cases.jsonl").Where(static row => row.TryGetProperty("derived", out _)))
            data.Add(row.GetProperty("id").GetString()!);
        return data;
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Record_gives_what_the_case_derives(string id)
    {
        var row = TestData.ReadCases("parse-cases.jsonl").First(row => row.GetProperty("id").GetString() == id);
        var record = Scan(row.GetProperty("format").GetString(), row.GetProperty("line").GetString()!);
        foreach (var member in row.GetProperty("derived").EnumerateObject())
        {
            switch (member.Name)
            {
                case "tcp-flags-names":
                    var names = member.Value.EnumerateArray().Select(static name => name.GetString()).ToArray();
                    Assert.Equal(names.Length == 0 ? "0" : string.Join(", ", names), record.TcpFlags.ToString());
                    break;
                case "protocol-name":
                    Assert.Equal(member.Value.GetString(), record.ProtocolName);
                    break;
                case "instance-tag-decoded":
                    Assert.Equal(member.Value.GetString(), record.GetDecoded("instance-tag"));
                    Assert.Equal(member.Value.GetString(), record.GetDecoded("InstanceTag"));
                    break;
                case "start-utc":
                    Assert.Equal(Time(member.Value), record.Start);
                    break;
                case "end-utc":
                    Assert.Equal(Time(member.Value), record.End);
                    break;
                default:
                    Assert.Fail($"No test for {member.Name}.");
                    break;
            }
        }
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("18", "SYN, ACK")]
    [InlineData("64", "64")]
    [InlineData("66", "66")]
    [InlineData("-1", "-1")]
    [InlineData("2147483647", "2147483647")]
    public void Flags_keep_every_bit(string text, string shown)
    {
        var record = Scan("tcp-flags", text);
        Assert.Equal(int.Parse(text, CultureInfo.InvariantCulture), (int)record.TcpFlags!.Value);
        Assert.Equal(shown, record.TcpFlags.ToString());
        Assert.Equal(record.TcpFlags, record.GetValue("tcp-flags"));
        Assert.Equal(record.TcpFlags, record.GetValue("TcpFlags"));
        Assert.Equal(text, JsonSerializer.Serialize(record.TcpFlags));
    }

    [Theory]
    [InlineData("1", "same VPC")]
    [InlineData("6", "local gateway, or Local or Wavelength Zone")]
    [InlineData("8", "internet gateway")]
    [InlineData("0", null)]
    [InlineData("9", null)]
    [InlineData("-1", null)]
    [InlineData("-", null)]
    public void Paths_have_names(string text, string? name) => Assert.Equal(name, Scan("traffic-path", text).TrafficPathName);

    [Theory]
    [InlineData("0", "not encrypted")]
    [InlineData("3", "Nitro and application")]
    [InlineData("4", null)]
    [InlineData("-", null)]
    public void States_of_encryption_have_names(string text, string? name) =>
        Assert.Equal(name, Scan("encryption-status", text).EncryptionStatusName);

    [Theory]
    [InlineData("a+b", "a+b")]
    [InlineData("100%", "100%")]
    [InlineData("%zz%FF", "%zz%FF")]
    [InlineData("%e2%82%ac", "€")]
    [InlineData("%2520", "%20")]
    [InlineData("%00%0A", "\0\n")]
    [InlineData("plain", "plain")]
    public void What_is_no_percent_encoding_stays(string text, string decoded)
    {
        var record = Scan("asg-tag-2", text);
        Assert.Equal(decoded, record.GetDecoded("asg-tag-2"));
        Assert.Equal(text, record.AsgTag2);
        Assert.Equal(text, record.ToString());
    }

    [Fact]
    public void Only_text_is_decoded()
    {
        var record = Scan("instance-tag brand-new-tag bytes", "- a%20b 1");
        Assert.Null(record.GetDecoded("instance-tag"));
        Assert.Null(record.GetDecoded("interface-tag"));
        Assert.Equal("a b", record.GetDecoded("BrandNewTag"));
        Assert.Equal("NotATextField", Assert.Throws<FlowLogException>(() => record.GetDecoded("bytes")).ErrorId);
    }

    private static DateTimeOffset Time(JsonElement value) => DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture);

    private static FlowLogRecord Scan(string? format, string line) =>
        new LineScanner("case", format is null ? [] : [FlowLogFormat.Parse(format)]).Scan(Encoding.UTF8.GetBytes(line), 1, default, out _)!;
}
