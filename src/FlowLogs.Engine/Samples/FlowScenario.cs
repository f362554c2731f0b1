namespace FlowLogs;

/// <summary>What a generated record belongs to.</summary>
public enum FlowScenario
{
    /// <summary>
    /// Everyday traffic: clients of the web servers by IPv4 and IPv6, what the servers ask for, their database, NAT
    /// gateways, endpoints, pings, and a few rejected packets. No attack.
    /// </summary>
    Web,

    /// <summary>One address outside tries the ports of one host, each once, within minutes.</summary>
    PortScan,

    /// <summary>One address outside tries one port of many hosts.</summary>
    HorizontalScan,

    /// <summary>One address outside opens one short SSH connection after the other to one host; the last is a session.</summary>
    SshBruteForce,

    /// <summary>The same by RDP, from another address to another host.</summary>
    RdpBruteForce,

    /// <summary>A host inside calls one address outside at regular times, with little jitter and few bytes.</summary>
    Beaconing,

    /// <summary>A host inside sends many gigabytes to one address outside, in one connection over hours.</summary>
    Exfiltration,

    /// <summary>Records without traffic: NODATA of interfaces that nobody talks to, a few SKIPDATA.</summary>
    Status,
}
