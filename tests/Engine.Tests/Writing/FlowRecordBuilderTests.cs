using System.Globalization;
using FlowLogs.Records;
using FlowLogs.Writing;

namespace FlowLogs.Tests.Writing;

public class FlowRecordBuilderTests
{
    public static TheoryData<string, object?, string> Good { get; } = new()
    {
        { "srcaddr", null, "-" },
        { "srcaddr", "", "-" },
        { "bytes", "-", "-" },
        { "account-id", "000000000012", "000000000012" },
        { "instance-tag", "a%20b", "a%20b" },
        { "srcport", 443, "443" },
        { "srcport", 443L, "443" },
        { "srcport", 443m, "443" },
        { "srcport", " 443 ", "443" },
        { "bytes", long.MaxValue, "9223372036854775807" },
        { "start", 1770000000L, "1770000000" },
        { "start", "1770000000", "1770000000" },
        { "start", "1770000000123", "1770000000123" },
        { "start", new DateTimeOffset(2026, 2, 2, 3, 40, 0, TimeSpan.FromHours(1)), "1770000000" },
        { "start", new DateTimeOffset(2026, 2, 2, 2, 40, 0, 5, TimeSpan.Zero), "1770000000005" },
        { "start", new DateTime(2026, 2, 2, 2, 40, 0, DateTimeKind.Utc), "1770000000" },
        { "start", new DateTime(2026, 2, 2, 2, 40, 0, DateTimeKind.Unspecified), "1770000000" },
        { "start", "2026-02-02T02:40:00Z", "1770000000" },
        { "start", "2026-02-02T02:40:00.123+00:00", "1770000000123" },
        { "start", "2026-02-02 02:40:00", "1770000000" },
        { "start", "02/02/2026 02:40:00 +00:00", "1770000000" },
        { "start", "1971-01-01T00:00:00.500Z", "31536000" },
        { "start", "", "-" },
        { "tcp-flags", "", "-" },
        { "tcp-flags", " ", "-" },
        { "tcp-flags", "-", "-" },
        { "tcp-flags", "0", "0" },
        { "tcp-flags", 18, "18" },
        { "tcp-flags", "18", "18" },
        { "tcp-flags", "SYN, ACK", "18" },
        { "tcp-flags", "fin,urg", "33" },
        { "protocol", DayOfWeek.Saturday, "6" },
        { "my-field", 1.5, "1.5" },
    };

    public static TheoryData<string, object> Bad { get; } = new()
    {
        { "srcaddr", "a b" },
        { "vpc-id", "a\tb" },
        { "vpc-id", "a\nb" },
        { "srcport", "http" },
        { "srcport", 4294967296L },
        { "srcport", 1.5 },
        { "tcp-flags", "SYN, XYZ" },
        { "tcp-flags", "," },
        { "start", "yesterday" },
        { "start", "10:15:00" },
        { "start", 9223372036854775807L },
        { "srcaddr", new object() },
        { "bytes", true },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void A_value_becomes_the_text_that_a_flow_log_has(string field, object? value, string expected) =>
        Assert.Equal(expected, Build(field, value).ToString());

    [Theory]
    [MemberData(nameof(Bad))]
    public void Other_values_are_errors(string field, object value)
    {
        var error = Assert.Throws<FlowLogException>(() => Build(field, value));
        Assert.Equal("InvalidFieldValue", error.ErrorId);
        Assert.Contains(field, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US", "2/3/2026 2:40:00 AM +00:00")]
    [InlineData("en-GB", "03/02/2026 02:40:00 +00:00")]
    [InlineData("de-DE", "03.02.2026 02:40:00 +00:00")]
    public void Times_are_read_as_the_culture_writes_them(string culture, string text)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal("1770086400", Build("end", text).ToString());
            Assert.Equal("1770086400", Build("end", DateTimeOffset.FromUnixTimeSeconds(1770086400).ToString(CultureInfo.CurrentCulture)).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_line_has_a_greatest_length()
    {
        var format = FlowLogFormat.Parse("vpc-id subnet-id");
        Assert.Equal(65_535, new FlowRecordBuilder(format).Build(["a", new string('b', 65_533)]).ToString().Length);
        var error = Assert.Throws<FlowLogException>(() => new FlowRecordBuilder(format).Build(["a", new string('b', 65_534)]));
        Assert.Equal("LineTooLong", error.ErrorId);
    }

    private static FlowLogRecord Build(string field, object? value) => new FlowRecordBuilder(FlowLogFormat.Parse(field)).Build([value]);
}
