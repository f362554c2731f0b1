using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using FlowLogs.Conditions;
using FlowLogs.Filtering.Values;
using FlowLogs.Records;
using FlowLogs.Scanning;
using FsCheck;
using FsCheck.Xunit;

namespace FlowLogs.Tests.Conditions;

/// <summary>Every test on a field says what the same test on the record's property says.</summary>
public class LeafTests
{
    private static readonly FlowLogFormat Format = FlowLogFormat.Parse("dstport bytes start srcaddr my-field");

    [Property(MaxTest = 2000, Replay = "(22,1)")]
    public void Numbers(DoNotSize<int> seed, byte operation, bool whenMissing)
    {
        var random = new Random(seed.Item);
        var record = Record(random);
        var comparison = (ComparisonOperator)(operation % 6);
        var value = SomeNumber(random, random.Next(2) == 0 ? FlowFieldType.Int64 : FlowFieldType.Int32);
        var exact = decimal.Parse(value, CultureInfo.InvariantCulture) + (random.Next(3) * 0.5m);
        var rounded = double.Parse(value, CultureInfo.InvariantCulture) + (random.Next(3) * 0.5);

        foreach (var (name, number) in new[] { ("DstPort", record.DstPort), ("Bytes", record.Bytes) })
        {
            var field = FlowExpression.FindField(name);
            var isTrue = FlowExpression.Number(field, comparison, exact, whenMissing).IsMatch(record);
            Assert.Equal(number is { } n ? Compare(comparison, ((decimal)n).CompareTo(exact)) : whenMissing, isTrue);
            isTrue = FlowExpression.Number(field, comparison, rounded, whenMissing).IsMatch(record);
            Assert.Equal(number is { } m ? Compare(comparison, ((double)m).CompareTo(rounded)) : whenMissing, isTrue);
        }
    }

    [Property(MaxTest = 2000, Replay = "(22,3)")]
    public void Times(DoNotSize<int> seed, byte operation, bool whenMissing)
    {
        var random = new Random(seed.Item);
        var record = Record(random);
        var comparison = (ComparisonOperator)(operation % 6);
        var time = FieldNumber.ToTime(long.Parse(SomeNumber(random, FlowFieldType.Time), CultureInfo.InvariantCulture));
        if (time < DateTimeOffset.MaxValue.AddDays(-1))
            time = time.AddTicks(random.Next(3) * 5000).ToOffset(TimeSpan.FromHours(random.Next(-5, 5) * (time.Year > 1 ? 1 : 0)));

        var isTrue = FlowExpression.Time(FlowExpression.FindField("start"), comparison, time, whenMissing).IsMatch(record);
        Assert.Equal(record.Start is { } start ? Compare(comparison, start.CompareTo(time)) : whenMissing, isTrue);
    }

    [Property(MaxTest = 3000, Replay = "(22,5)")]
    public void Texts(DoNotSize<int> seed, bool ignoreCase, bool whenMissing)
    {
        var random = new Random(seed.Item);
        var record = Record(random);
        var field = FlowExpression.FindField("MyField");
        var actual = (string?)record.GetValue("my-field");
        string[] texts = [.. Enumerable.Range(0, random.Next(20)).Select(_ => SomeText(random))];
        var comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var expected = actual is null ? whenMissing : texts.Any(text => text.Equals(actual, comparison));
        Assert.Equal(expected, FlowExpression.Text(field, texts, ignoreCase, whenMissing).IsMatch(record));

        var glob = SomeGlob(random);
        var regex = new Regex(
            "\\A" + Regex.Escape(glob).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + "\\z",
            RegexOptions.CultureInvariant | RegexOptions.Singleline | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None),
            TimeSpan.FromSeconds(5));
        var about = $"{actual} like {glob}";
        var isLike = FlowExpression.Like(field, glob, ignoreCase, whenMissing).IsMatch(record);
        // Regular expressions know one more letter beyond ASCII that is a form of one within.
        if (!ignoreCase || !(glob + actual).Contains('\u212A', StringComparison.Ordinal))
            Assert.True((actual is null ? whenMissing : regex.IsMatch(actual)) == isLike, about);
        Assert.Equal(actual is null ? whenMissing : regex.IsMatch(actual), FlowExpression.Match(field, regex, whenMissing).IsMatch(record));
    }

    [Property(MaxTest = 2000, Replay = "(22,7)")]
    public void Networks(DoNotSize<int> seed, bool isIPv6, byte prefixLength)
    {
        var random = new Random(seed.Item);
        var length = prefixLength % (isIPv6 ? 129 : 33);
        var bytes = new byte[isIPv6 ? 16 : 4];
        random.NextBytes(bytes);
        var network = FlowNetwork.Parse($"{new IPAddress(bytes)}/{length}");

        // An address that differs from the first bit on that is flipped.
        var flipped = random.Next(bytes.Length * 8);
        bytes[flipped / 8] ^= (byte)(0x80 >> (flipped % 8));
        var address = new IPAddress(bytes);
        Assert.Equal(flipped >= length, Holds(network, address.ToString()));
        Assert.Equal(flipped >= length, Holds(network, address.ToString().ToUpperInvariant()));
        if (isIPv6)
            Assert.Equal(flipped >= length, Holds(network, WriteAtLength(bytes)));
    }

    [Theory]
    [InlineData("10.0.0.0/8", "10.255.0.1", true)]
    [InlineData("10.0.0.0/8", "11.0.0.0", false)]
    [InlineData("10.9.9.9/8", "10.0.0.0", true)]
    [InlineData("0.0.0.0/0", "255.255.255.255", true)]
    [InlineData("0.0.0.0/0", "::1", false)]
    [InlineData("::/0", "10.0.0.1", false)]
    [InlineData("10.0.0.0/8", "::ffff:10.0.0.1", false)]
    [InlineData("::ffff:0:0/96", "::ffff:10.0.0.1", true)]
    [InlineData("10.0.0.0/8", "010.0.0.1", false)]
    [InlineData("10.0.0.0/8", "10.0.0", false)]
    [InlineData("10.0.0.0/8", "10.0.0.1.", false)]
    [InlineData("10.0.0.0/8", "10.0.0.256", false)]
    [InlineData("10.0.0.0/8", "10.0.0.1000", false)]
    [InlineData("10.0.0.0/8", "10..0.1", false)]
    [InlineData("::/0", "::", true)]
    [InlineData("::/0", "1:2:3:4:5:6:7::", true)]
    [InlineData("::/0", "::2:3:4:5:6:7:8", true)]
    [InlineData("::/0", "1:2:3:4:5:6:7:8", true)]
    [InlineData("::/0", "1:2:3:4:5:6:1.2.3.4", true)]
    [InlineData("::/0", "1:2:3:4:5:6:7:8:9", false)]
    [InlineData("::/0", "1:2:3:4:5:6:7:8::", false)]
    [InlineData("::/0", "1:2:3:4:5:6:7", false)]
    [InlineData("::/0", "1::2::3", false)]
    [InlineData("::/0", ":::", false)]
    [InlineData("::/0", ":1::", false)]
    [InlineData("::/0", "1::2:", false)]
    [InlineData("::/0", "12345::", false)]
    [InlineData("::/0", "::g", false)]
    [InlineData("::/0", "::1.2.3", false)]
    [InlineData("::/0", "1.2.3.4::", false)]
    [InlineData("::/0", "1:2:3:4:5:6:7:1.2.3.4", false)]
    [InlineData("fe80::/10", "fe80::1%eth0", false)]
    [InlineData("2001:db8::/32", "2001:DB8:0:0::", true)]
    public void Addresses_in_networks(string network, string address, bool expected) =>
        Assert.Equal(expected, Holds(FlowNetwork.Parse(network), address));

    [Fact]
    public void Conventions_look_at_their_fields()
    {
        var line = "2 1 eni-1 10.0.0.1 192.168.0.1 49152 22 6 1 1 1 1 REJECT OK";
        string[] lines = [line, line.Replace("22 6", "80 17", StringComparison.Ordinal), line.Replace("REJECT OK", "- NODATA", StringComparison.Ordinal)];
        Assert.Equal([true, false, true], lines.Select(static l => EvaluationTests.IsMatch(FlowExpression.DstPort(FlowNumberRange.Parse("22")), l)));
        Assert.Equal([true, true, true], lines.Select(static l => EvaluationTests.IsMatch(FlowExpression.Port(FlowNumberRange.Parse("1-1024")), l)));
        Assert.Equal([false, false, false], lines.Select(static l => EvaluationTests.IsMatch(FlowExpression.SrcPort(FlowNumberRange.Parse("22")), l)));
        Assert.Equal([true, false, true], lines.Select(static l => EvaluationTests.IsMatch(FlowExpression.Protocol("Tcp"), l)));
        Assert.Equal([true, true, false], lines.Select(static l => EvaluationTests.IsMatch(FlowExpression.Action("reject"), l)));
        Assert.Equal([false, false, true], lines.Select(static l => EvaluationTests.IsMatch(FlowExpression.LogStatus("nodata"), l)));
        Assert.Equal([true, true, true], lines.Select(static l => EvaluationTests.IsMatch(FlowExpression.Address(FlowNetwork.Parse("192.168.0.0/16")), l)));
        Assert.Equal([false, false, false], lines.Select(static l => EvaluationTests.IsMatch(FlowExpression.SrcAddr(FlowNetwork.Parse("192.168.0.0/16")), l)));
        Assert.Equal([true, true, true], lines.Select(static l => EvaluationTests.IsMatch(FlowExpression.DstAddr(FlowNetwork.Parse("192.168.0.0/16")), l)));
    }

    [Fact]
    public void Fields_are_found_by_both_of_their_names()
    {
        Assert.Same(FlowFields.Find("pkt-srcaddr"), FlowExpression.FindField("PktSrcAddr"));
        Assert.Same(FlowFields.Find("pkt-srcaddr"), FlowExpression.FindField("pkt_srcaddr"));
        Assert.Same(FlowFields.Find("log-status"), FlowExpression.FindField("LOGSTATUS"));
        var condition = FlowExpression.Text(FlowExpression.FindField("MyField"), ["x"], ignoreCase: false);
        Assert.True(EvaluationTests.IsMatch(condition, "22 x", FlowLogFormat.Parse("dstport my-field")));
        Assert.False(EvaluationTests.IsMatch(condition, "22 x", FlowLogFormat.Parse("dstport my-fields")));
    }

    [Theory]
    [InlineData("NotANumberField", "srcaddr")]
    [InlineData("NotATimeField", "dstport")]
    public void Fields_that_do_not_fit_are_refused(string errorId, string name)
    {
        var field = FlowExpression.FindField(name);
        var error = Assert.Throws<FlowLogException>(() => errorId == "NotATimeField"
            ? FlowExpression.Time(field, ComparisonOperator.Less, DateTimeOffset.UnixEpoch, whenMissing: false)
            : FlowExpression.Number(field, ComparisonOperator.Less, 1m, whenMissing: false));
        Assert.Equal(errorId, error.ErrorId);
        Assert.Equal(FlowErrorKind.InvalidArgument, error.Kind);
    }

    private static bool Holds(FlowNetwork network, string address) => EvaluationTests.IsMatch(
        FlowExpression.SrcAddr(network), address, FlowLogFormat.Parse("srcaddr"));

    private static bool Compare(ComparisonOperator comparison, int order) => comparison switch
    {
        ComparisonOperator.Equal => order == 0,
        ComparisonOperator.NotEqual => order != 0,
        ComparisonOperator.Less => order < 0,
        ComparisonOperator.LessOrEqual => order <= 0,
        ComparisonOperator.Greater => order > 0,
        _ => order >= 0,
    };

    private static FlowLogRecord Record(Random random)
    {
        var values = Format.Fields.Select(field => random.Next(10) == 0 ? "-"
            : field.Type == FlowFieldType.Text ? SomeText(random)
            : SomeNumber(random, field.Type));
        return new LineScanner("test", [Format]).Scan(LineScanner.Trim(Encoding.UTF8.GetBytes(string.Join(' ', values))), 1, default, out _)!;
    }

    private static string SomeNumber(Random random, FlowFieldType type)
    {
        string[] numbers = type switch
        {
            FlowFieldType.Int32 => ["0", "22", "023", "-1", "2147483647", "-2147483648"],
            FlowFieldType.Int64 => ["0", "22", "9007199254740992", "9007199254740993", "9223372036854775807", "-9223372036854775808"],
            _ => ["0", "1700000000", "1700000000000", "1700000000001", "99999999999", "100000000000", "-62135596800", "253402300799999"],
        };
        return numbers[random.Next(numbers.Length)];
    }

    private static string SomeText(Random random) => RandomLines.AllTexts[random.Next(RandomLines.AllTexts.Count)];

    private static string SomeGlob(Random random)
    {
        var text = new StringBuilder(SomeText(random));
        for (var i = random.Next(4); i > 0; i--)
        {
            var place = random.Next(text.Length);
            if (random.Next(2) == 0 && !char.IsSurrogate(text[place]))
                text[place] = random.Next(2) == 0 ? '*' : '?';
            else if (!char.IsLowSurrogate(text[place]))
                text.Insert(place, '*');
        }

        return text.ToString();
    }

    private static string WriteAtLength(byte[] bytes) =>
        string.Join(':', bytes.Chunk(2).Select(static pair => $"{pair[0]:x2}{pair[1]:X2}"));
}
