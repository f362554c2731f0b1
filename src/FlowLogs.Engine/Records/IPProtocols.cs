using System.Collections.Frozen;
using System.Globalization;

namespace FlowLogs.Records;

/// <summary>Names of IP protocols, from IANA's register "Assigned Internet Protocol Numbers".</summary>
public static class IPProtocols
{
    /// <summary>Those that are met in practice.</summary>
    internal static readonly (int Number, string Name)[] Common =
    [
        (0, "HOPOPT"), (1, "ICMP"), (2, "IGMP"), (3, "GGP"), (4, "IPv4"), (5, "ST"), (6, "TCP"), (8, "EGP"), (9, "IGP"),
        (17, "UDP"), (27, "RDP"), (33, "DCCP"), (41, "IPv6"), (43, "IPv6-Route"), (44, "IPv6-Frag"), (46, "RSVP"),
        (47, "GRE"), (50, "ESP"), (51, "AH"), (58, "IPv6-ICMP"), (59, "IPv6-NoNxt"), (60, "IPv6-Opts"), (88, "EIGRP"),
        (89, "OSPFIGP"), (94, "IPIP"), (97, "ETHERIP"), (98, "ENCAP"), (103, "PIM"), (108, "IPComp"), (112, "VRRP"),
        (115, "L2TP"), (124, "ISIS over IPv4"), (132, "SCTP"), (133, "FC"), (135, "Mobility Header"), (136, "UDPLite"),
        (137, "MPLS-in-IP"), (139, "HIP"), (143, "Ethernet"), (144, "AGGFRAG"), (145, "NSH"),
    ];

    // The rest of the register. It has no names for 61, 63, 68, 99, 114 and 147 to 254.
    private static readonly (int Number, string Name)[] Rare =
    [
        (7, "CBT"), (10, "BBN-RCC-MON"), (11, "NVP-II"), (12, "PUP"), (13, "ARGUS"), (14, "EMCON"), (15, "XNET"),
        (16, "CHAOS"), (18, "MUX"), (19, "DCN-MEAS"), (20, "HMP"), (21, "PRM"), (22, "XNS-IDP"), (23, "TRUNK-1"),
        (24, "TRUNK-2"), (25, "LEAF-1"), (26, "LEAF-2"), (28, "IRTP"), (29, "ISO-TP4"), (30, "NETBLT"),
        (31, "MFE-NSP"), (32, "MERIT-INP"), (34, "3PC"), (35, "IDPR"), (36, "XTP"), (37, "DDP"), (38, "IDPR-CMTP"),
        (39, "TP++"), (40, "IL"), (42, "SDRP"), (45, "IDRP"), (48, "DSR"), (49, "BNA"), (52, "I-NLSP"), (53, "SWIPE"),
        (54, "NARP"), (55, "Min-IPv4"), (56, "TLSP"), (57, "SKIP"), (62, "CFTP"), (64, "SAT-EXPAK"),
        (65, "KRYPTOLAN"), (66, "RVD"), (67, "IPPC"), (69, "SAT-MON"), (70, "VISA"), (71, "IPCV"), (72, "CPNX"),
        (73, "CPHB"), (74, "WSN"), (75, "PVP"), (76, "BR-SAT-MON"), (77, "SUN-ND"), (78, "WB-MON"), (79, "WB-EXPAK"),
        (80, "ISO-IP"), (81, "VMTP"), (82, "SECURE-VMTP"), (83, "VINES"), (84, "IPTM"), (85, "NSFNET-IGP"),
        (86, "DGP"), (87, "TCF"), (90, "Sprite-RPC"), (91, "LARP"), (92, "MTP"), (93, "AX.25"), (95, "MICP"),
        (96, "SCC-SP"), (100, "GMTP"), (101, "IFMP"), (102, "PNNI"), (104, "ARIS"), (105, "SCPS"), (106, "QNX"),
        (107, "A/N"), (109, "SNP"), (110, "Compaq-Peer"), (111, "IPX-in-IP"), (113, "PGM"), (116, "DDX"),
        (117, "IATP"), (118, "STP"), (119, "SRP"), (120, "UTI"), (121, "SMP"), (122, "SM"), (123, "PTP"),
        (125, "FIRE"), (126, "CRTP"), (127, "CRUDP"), (128, "SSCOPMCE"), (129, "IPLT"), (130, "SPS"), (131, "PIPE"),
        (134, "RSVP-E2E-IGNORE"), (138, "manet"), (140, "Shim6"), (141, "WESP"), (142, "ROHC"), (146, "Homa"),
        (255, "Reserved"),
    ];

    // What people say instead.
    private static readonly (int Number, string Name)[] Aliases = [(58, "ICMPv6"), (89, "OSPF"), (124, "ISIS")];

    private static readonly (int Number, string Name)[] All = [.. Common.Concat(Rare).OrderBy(static row => row.Number)];

    private static readonly FrozenDictionary<string, int> ByName = All.Concat(Aliases)
        .ToFrozenDictionary(static row => row.Name, static row => row.Number, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<int, string> ByNumber =
        All.ToFrozenDictionary(static row => row.Number, static row => row.Name);

    /// <summary>The names that are known, in IANA's spelling, by number.</summary>
    public static IEnumerable<string> Names => All.Select(static row => row.Name);

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
