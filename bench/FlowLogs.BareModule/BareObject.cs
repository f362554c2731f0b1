namespace FlowLogs.BareModule;

/// <summary>An object as a simple cmdlet emits it: twelve properties with values.</summary>
public sealed record BareObject(
    int Version,
    string AccountId,
    string InterfaceId,
    string SrcAddr,
    string DstAddr,
    int SrcPort,
    int DstPort,
    int Protocol,
    long Packets,
    long Bytes,
    DateTimeOffset Start,
    string Action);
