using System.Collections.Frozen;
using System.Globalization;

namespace FlowLogs.Conditions;

/// <summary>
/// Names of IP protocols, from IANA's register "Assigned Internet Protocol Numbers", as far as they are met in practice.
/// </summary>
public static class IPProtocols
{
    private static readonly (int Number, string Name)[] Table =
    [
        (0, "HOPOPT"), (1, "ICMP"), (2, "IGMP"), (3, "GGP"), (4, "IPv4"), (5, "ST"), (6, "TCP"), (8, "EGP"), (9, "IGP"),
        (17, "UDP"), (27, "RDP"), (33, "DCCP"), (41, "IPv6"), (43, "IPv6-Route"), (44, "IPv6-Frag"), (46, "RSVP"),
        (47, "GRE"), (50, "ESP"), (51, "AH"), (58, "IPv6-ICMP"), (59, "IPv6-NoNxt"), (60, "IPv6-Opts"), (88, "EIGRP"),
        (89, "OSPFIGP"), (94, "IPIP"), (97, "ETHERIP"), (98, "ENCAP"), (103, "PIM"), (108, "IPComp"), (112, "VRRP"),
        (115, "L2TP"), (124, "ISIS over IPv4"), (132, "SCTP"), (133, "FC"), (135, "Mobility Header"), (136, "UDPLite"),
        (137, "MPLS-in-IP"), (139, "HIP"), (143, "Ethernet"), (144, "AGGFRAG"), (145, "NSH"),
    ];

    // What people say instead.
    private static readonly (int Number, string Name)[] Aliases = [(58, "ICMPv6"), (89, "OSPF"), (124, "ISIS")];

    private static readonly FrozenDictionary<string, int> ByName = Table.Concat(Aliases)
        .ToFrozenDictionary(static row => row.Name, static row => row.Number, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<int, string> ByNumber =
        Table.ToFrozenDictionary(static row => row.Number, static row => row.Name);

    /// <summary>The names that are known, in IANA's spelling, by number.</summary>
    public static IEnumerable<string> Names => Table.Select(static row => row.Name);

    /// <summary>The name of a protocol, or null where none is known.</summary>
    public static string? NameOf(int number) => ByNumber.GetValueOrDefault(number);

    /// <summary>The number of a protocol.</summary>
    /// <param name="nameOrNumber">IANA's name in any case, or <c>icmpv6</c>, <c>ospf</c>, <c>isis</c>; or a number, 0 to 255.</param>
    /// <exception cref="FlowLogException"><c>UnknownProtocol</c>: it is neither.</exception>
    public static int Find(string nameOrNumber)
    {
        ArgumentNullException.ThrowIfNull(nameOrNumber);
        var text = nameOrNumber.Trim();
        if (byte.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        if (ByName.TryGetValue(text, out var known))
            return known;
        throw new FlowLogException(
            "UnknownProtocol",
            FlowErrorKind.InvalidArgument,
            $"\"{nameOrNumber}\" is neither a protocol number from 0 to 255 nor a protocol's name that is known, such as tcp, udp or icmp.",
            nameOrNumber);
    }
}
