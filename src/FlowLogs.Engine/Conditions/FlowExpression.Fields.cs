using FlowLogs.Records;

namespace FlowLogs.Conditions;

/// <content>The conditions that are asked for most. All are false where the field is missing.</content>
public abstract partial class FlowExpression
{
    private static readonly FlowField SrcAddrField = FlowFields.Get(FlowFieldId.SrcAddr);
    private static readonly FlowField DstAddrField = FlowFields.Get(FlowFieldId.DstAddr);
    private static readonly FlowField SrcPortField = FlowFields.Get(FlowFieldId.SrcPort);
    private static readonly FlowField DstPortField = FlowFields.Get(FlowFieldId.DstPort);

    /// <summary>The source address (<c>srcaddr</c>) is in one of the networks.</summary>
    public static FlowExpression SrcAddr(params IEnumerable<FlowNetwork> networks) => InNetwork(SrcAddrField, networks);

    /// <summary>The destination address (<c>dstaddr</c>) is in one of the networks.</summary>
    public static FlowExpression DstAddr(params IEnumerable<FlowNetwork> networks) => InNetwork(DstAddrField, networks);

    /// <summary>The source or the destination address is in one of the networks.</summary>
    public static FlowExpression Address(params IEnumerable<FlowNetwork> networks)
    {
        FlowNetwork[] list = [.. networks];
        return Any(SrcAddr(list), DstAddr(list));
    }

    /// <summary>The source port is in one of the ranges.</summary>
    public static FlowExpression SrcPort(params IEnumerable<FlowNumberRange> ranges) => NumberIn(SrcPortField, ranges);

    /// <summary>The destination port is in one of the ranges.</summary>
    public static FlowExpression DstPort(params IEnumerable<FlowNumberRange> ranges) => NumberIn(DstPortField, ranges);

    /// <summary>The source or the destination port is in one of the ranges.</summary>
    public static FlowExpression Port(params IEnumerable<FlowNumberRange> ranges)
    {
        FlowNumberRange[] list = [.. ranges];
        return Any(SrcPort(list), DstPort(list));
    }

    /// <summary>The protocol is one of several.</summary>
    /// <param name="protocols">Their numbers or names; see <see cref="IPProtocols.Find"/>.</param>
    /// <exception cref="FlowLogException"><c>UnknownProtocol</c>: no protocol of that name is known.</exception>
    public static FlowExpression Protocol(params IEnumerable<string> protocols) => NumberIn(
        FlowFields.Get(FlowFieldId.Protocol),
        protocols.Select(IPProtocols.Find).Select(static number => new FlowNumberRange(number, number)));

    /// <summary>The action is one of several: <c>ACCEPT</c> or <c>REJECT</c>, in any case.</summary>
    public static FlowExpression Action(params IEnumerable<string> actions) =>
        Text(FlowFields.Get(FlowFieldId.Action), actions, ignoreCase: true);

    /// <summary>The log status is one of several: <c>OK</c>, <c>NODATA</c> or <c>SKIPDATA</c>, in any case.</summary>
    public static FlowExpression LogStatus(params IEnumerable<string> statuses) =>
        Text(FlowFields.Get(FlowFieldId.LogStatus), statuses, ignoreCase: true);
}
