using System.Text;
using FlowLogs.Records;

namespace FlowLogs.Tests.Records;

public class FlowLogFormatTests
{
    [Theory]
    [InlineData("${version} ${srcaddr} ${pkt-srcaddr}")]
    [InlineData("version srcaddr pkt-srcaddr")]
    [InlineData("  version\tsrcaddr   pkt_srcaddr\r\n")]
    [InlineData("$${version} $${srcaddr} $${pkt-srcaddr}")]
    [InlineData("Version SrcAddr PKT-SRCADDR")]
    public void Spellings_of_one_format(string text) =>
        Assert.Equal("${version} ${srcaddr} ${pkt-srcaddr}", FlowLogFormat.Parse(text).ToString());

    [Theory]
    [InlineData("", "has no fields")]
    [InlineData("   ", "has no fields")]
    [InlineData("version version", "twice")]
    [InlineData("${version},${srcaddr}", "not a field name")]
    [InlineData("${}", "not a field name")]
    [InlineData("1st", "not a field name")]
    public void What_is_no_format(string text, string reason)
    {
        var error = Assert.Throws<FlowLogException>(() => FlowLogFormat.Parse(text));
        Assert.Equal("InvalidFormat", error.ErrorId);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_format_is_version_2()
    {
        Assert.Equal(14, FlowLogFormat.Default.Fields.Count);
        Assert.All(FlowLogFormat.Default.Fields, static field => Assert.Equal(2, field.SinceVersion));
        Assert.Equal(
            "${version} ${account-id} ${interface-id} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${protocol} ${packets} ${bytes} ${start} ${end} ${action} ${log-status}",
            FlowLogFormat.Default.ToString());
    }

    [Theory]
    [InlineData("version account-id interface-id", true)]
    [InlineData("srcaddr", true)]
    [InlineData("account_id,action", true)]
    [InlineData("account_id,x.y", false)]
    [InlineData("brand_new,bogus", false)]
    [InlineData("brand-new-field srcaddr", true)]
    [InlineData("bogus line", false)]
    [InlineData("2 123456789012 eni-1", false)]
    [InlineData("eni-0a1b ACCEPT", false)]
    [InlineData("egress eni-0a1b", false)]
    public void Header_lines_are_told_from_data(string line, bool isHeader) =>
        Assert.Equal(isHeader, FlowLogFormat.FromHeader(Encoding.ASCII.GetBytes(line), out _) is not null);

    [Fact]
    public void Names_that_the_table_lacks_are_kept()
    {
        var format = FlowLogFormat.Parse("srcaddr brand-new-field-2");
        Assert.Equal("BrandNewField2", format.Fields[1].PropertyName);
        Assert.Equal(0, format.Fields[1].SinceVersion);
        Assert.Equal(1, format.ColumnOf("brand-new-field-2"));
        Assert.Equal(1, format.ColumnOf("brandnewfield2"));
    }
}
