namespace FlowLogs.Samples;

/// <summary>One direction of a flow.</summary>
internal readonly record struct SampleFlow(
    string Source,
    string Destination,
    int SourcePort,
    int DestinationPort,
    int Protocol,
    long Packets,
    long Bytes)
{
    public const int Icmp = 1;
    public const int Tcp = 6;
    public const int Udp = 17;
    public const int IcmpV6 = 58;

    /// <summary>The value of <see cref="RejectReason"/> for Block Public Access; AWS counts no bytes of such flows.</summary>
    public const string PublicAccessBlocked = "BPA";

    /// <summary>The value of <see cref="RejectReason"/> for encryption controls.</summary>
    public const string NotEncrypted = "EC";

    public bool IsAccepted { get; init; } = true;

    /// <summary>The tcp-flags of the interval. A TCP flow is a whole connection where nothing else is said.</summary>
    public FlowTcpFlags TcpFlags { get; init; } = Protocol == Tcp ? FlowTcpFlags.SYN | FlowTcpFlags.FIN : default;

    /// <summary>Whether it is the way back.</summary>
    public bool IsAnswer { get; init; }

    /// <summary>The packets' own source, where an interface stands in between or has a second address.</summary>
    public string? PacketSource { get; init; }

    /// <summary>The packets' own destination, likewise.</summary>
    public string? PacketDestination { get; init; }

    public string? RejectReason { get; init; }

    /// <summary>The way back, with a traffic of its own. Who answers a SYN sends SYN and ACK.</summary>
    public SampleFlow Back(long packets, long bytes) =>
        new(Destination, Source, DestinationPort, SourcePort, Protocol, packets, bytes)
        {
            TcpFlags = (TcpFlags & FlowTcpFlags.SYN) == default ? TcpFlags : TcpFlags | FlowTcpFlags.ACK,
            IsAnswer = !IsAnswer,
            PacketSource = PacketDestination,
            PacketDestination = PacketSource,
        };
}
