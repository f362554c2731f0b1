namespace FlowLogs;

/// <summary>
/// The TCP flags of a record, OR-ed over the aggregation interval, as the field <c>tcp-flags</c> has them (AWS user guides
/// "Flow log records" and "Transit Gateway Flow Log records"). Other bits are kept; the text of such a value is its number.
/// </summary>
/// <remarks>
/// Of a VPC only FIN, SYN and RST are reported, and ACK where it came with SYN: 0 stands for packets with other flags, such
/// as ACK alone. The side that opens a connection has SYN without ACK, the side that answers has both.
/// </remarks>
[Flags]
public enum FlowTcpFlags
{
    /// <summary>The sender has no more data.</summary>
    FIN = 1,

    /// <summary>A connection is opened.</summary>
    SYN = 2,

    /// <summary>The connection is reset.</summary>
    RST = 4,

    /// <summary>Data is to be passed on at once; transit gateways only.</summary>
    PSH = 8,

    /// <summary>Data or a flag is acknowledged; of a VPC only next to <see cref="SYN"/>.</summary>
    ACK = 16,

    /// <summary>There is urgent data; transit gateways only.</summary>
    URG = 32,
}
