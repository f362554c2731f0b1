using FlowLogs.Conditions;

namespace FlowLogs.Tests.Conditions;

public class ArgumentTests
{
    [Theory]
    [InlineData("10.0.0.1", "10.0.0.1")]
    [InlineData("10.1.2.3/8", "10.0.0.0/8")]
    [InlineData("10.0.0.1/32", "10.0.0.1")]
    [InlineData("2001:DB8:0:0::/32", "2001:db8::/32")]
    [InlineData("::1", "::1")]
    [InlineData("0.0.0.0/0", "0.0.0.0/0")]
    [InlineData("::/0", "::/0")]
    public void Networks_are_read(string text, string expected) => Assert.Equal(expected, FlowNetwork.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("10.0.0")]
    [InlineData("10.0.0.01")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/")]
    [InlineData("10.0.0.0/ 8")]
    [InlineData("::/129")]
    [InlineData("10.*")]
    [InlineData("example.com")]
    public void What_is_no_network(string text) => Assert.Equal(
        "InvalidAddress", Assert.Throws<FlowLogException>(() => FlowNetwork.Parse(text)).ErrorId);

    [Theory]
    [InlineData("22", 22, 22)]
    [InlineData("1-1024", 1, 1024)]
    [InlineData("1 - 1024", 1, 1024)]
    public void Ranges_are_read(string text, long from, long to) =>
        Assert.Equal(new FlowNumberRange(from, to), FlowNumberRange.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1-")]
    [InlineData("2-1")]
    [InlineData("1-2-3")]
    [InlineData("a")]
    [InlineData("99999999999999999999")]
    public void What_is_no_range(string text) => Assert.Equal(
        "InvalidRange", Assert.Throws<FlowLogException>(() => FlowNumberRange.Parse(text)).ErrorId);
}
