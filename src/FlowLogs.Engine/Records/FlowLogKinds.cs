namespace FlowLogs.Records;

/// <summary>The kinds of flow logs that a field belongs to.</summary>
[Flags]
public enum FlowLogKinds
{
    /// <summary>Neither: a name that the table lacks.</summary>
    None = 0,

    /// <summary>Flow logs of a VPC, a subnet, an interface or a regional NAT gateway.</summary>
    Vpc = 1,

    /// <summary>Flow logs of a transit gateway or of one of its attachments.</summary>
    TransitGateway = 2,
}
