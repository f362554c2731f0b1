using System.Globalization;
using System.Text;
using FlowLogs.Conditions.Values;

namespace FlowLogs.Conditions;

/// <summary>A range of addresses with a common prefix: <c>10.0.0.0/8</c>, <c>fd00::/8</c>, or one address.</summary>
public sealed class FlowNetwork
{
    private FlowNetwork(UInt128 first, int prefixLength, bool isIPv6)
    {
        First = first;
        PrefixLength = prefixLength;
        IsIPv6 = isIPv6;
        Last = first | HostBits(prefixLength, isIPv6);
    }

    /// <summary>How many leading bits of an address are given: 0 to 32, for IPv6 to 128.</summary>
    public int PrefixLength { get; }

    /// <summary>Whether it is a network of IPv6; an IPv4-mapped address is one of IPv6.</summary>
    public bool IsIPv6 { get; }

    /// <summary>Whether it has one address only.</summary>
    public bool IsAddress => First == Last;

    internal UInt128 First { get; }

    internal UInt128 Last { get; }

    /// <summary>Reads a network in CIDR notation, or an address. Bits behind the prefix are ignored.</summary>
    /// <param name="text">
    /// Such as <c>10.1.2.3</c>, <c>10.0.0.0/8</c> or <c>2001:db8::/32</c>. The numbers of an IPv4 address have no leading
    /// zeros, since some programs read those as octal (RFC 6943).
    /// </param>
    /// <exception cref="FlowLogException"><c>InvalidAddress</c>: it is neither.</exception>
    public static FlowNetwork Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var address = slash < 0 ? text : text[..slash];
        if (!AddressText.TryParse(Encoding.UTF8.GetBytes(address), out var value, out var isIPv6))
            throw Invalid(text, "is no IPv4 or IPv6 address and no network such as 10.0.0.0/8");

        var most = isIPv6 ? 128 : 32;
        var length = most;
        if (slash >= 0
            && (!int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out length) || length > most))
        {
            throw Invalid(text, $"has no prefix length from 0 to {most} behind the slash");
        }

        return new FlowNetwork(value & ~HostBits(length, isIPv6), length, isIPv6);
    }

    /// <summary>The network as it is usually written; one address without a prefix length.</summary>
    public override string ToString()
    {
        var address = AddressText.Format(First, IsIPv6);
        return IsAddress ? address : string.Create(CultureInfo.InvariantCulture, $"{address}/{PrefixLength}");
    }

    /// <summary>The network of a shorter prefix that this one lies in.</summary>
    internal FlowNetwork Widen(int prefixLength) => new(First & ~HostBits(prefixLength, IsIPv6), prefixLength, IsIPv6);

    /// <summary>The networks of a longer prefix that make up this one.</summary>
    internal IEnumerable<FlowNetwork> Split(int prefixLength)
    {
        var size = HostBits(prefixLength, IsIPv6) + 1;
        for (var first = First; first <= Last; first += size)
            yield return new FlowNetwork(first, prefixLength, IsIPv6);
    }

    /// <summary>Whether all addresses of another network are of this one.</summary>
    internal bool Contains(FlowNetwork other) => IsIPv6 == other.IsIPv6 && First <= other.First && other.Last <= Last;

    private static UInt128 HostBits(int prefixLength, bool isIPv6)
    {
        var bits = (isIPv6 ? 128 : 32) - prefixLength;
        return bits == 128 ? UInt128.MaxValue : (UInt128.One << bits) - 1;
    }

    private static FlowLogException Invalid(string text, string why) =>
        new("InvalidAddress", FlowErrorKind.InvalidArgument, $"\"{text}\" {why}.", text);
}
