using System.Globalization;

namespace FlowLogs.Sandbox.Samples;

/// <summary>One direction of a flow.</summary>
internal readonly record struct SampleFlow(
    string Source,
    string Destination,
    int SourcePort,
    int DestinationPort,
    int Protocol,
    int Packets,
    int Bytes)
{
    public const int Icmp = 1;
    public const int Tcp = 6;
    public const int Udp = 17;

    public bool IsAccepted { get; init; } = true;

    /// <summary>The way back, with a traffic of its own.</summary>
    public SampleFlow Back(int packets, int bytes) =>
        new(Destination, Source, DestinationPort, SourcePort, Protocol, packets, bytes);

    /// <summary>The fields from srcaddr to bytes.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Source} {Destination} {SourcePort} {DestinationPort} {Protocol} {Packets} {Bytes}");
}
