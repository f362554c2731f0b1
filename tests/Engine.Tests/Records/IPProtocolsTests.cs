using FlowLogs.Records;

namespace FlowLogs.Tests.Records;

public class IPProtocolsTests
{
    [Theory]
    [InlineData("tcp", 6)]
    [InlineData("UDP", 17)]
    [InlineData("icmpv6", 58)]
    [InlineData("IPv6-ICMP", 58)]
    [InlineData("255", 255)]
    public void Protocols_are_found(string text, int expected) => Assert.Equal(expected, IPProtocols.Find(text));

    [Theory]
    [InlineData("256")]
    [InlineData("-1")]
    [InlineData("http")]
    [InlineData("")]
    public void What_is_no_protocol(string text) => Assert.Equal(
        "UnknownProtocol", Assert.Throws<FlowLogException>(() => IPProtocols.Find(text)).ErrorId);

    [Fact]
    public void Every_protocol_has_one_name()
    {
        Assert.Equal("TCP", IPProtocols.NameOf(6));
        Assert.Equal("CBT", IPProtocols.NameOf(7));
        Assert.Equal("Homa", IPProtocols.NameOf(146));
        Assert.Equal("Reserved", IPProtocols.NameOf(255));
        Assert.All(Enumerable.Range(147, 108), static number => Assert.Null(IPProtocols.NameOf(number)));
        Assert.Equal(143, IPProtocols.Names.Count());
        Assert.All(IPProtocols.Names, static name => Assert.Equal(name, IPProtocols.NameOf(IPProtocols.Find(name))));
    }
}
