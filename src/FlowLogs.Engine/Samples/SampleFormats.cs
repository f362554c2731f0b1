using FlowLogs.Records;

namespace FlowLogs.Samples;

/// <summary>Formats that people ask for by a number or a name.</summary>
public static class SampleFormats
{
    /// <summary>The highest version of VPC flow logs.</summary>
    public const int LastVersion = 11;

    /// <summary>
    /// The default format of transit gateway flow logs: all their fields, in the order of the AWS user guide "Transit
    /// Gateway Flow Log records".
    /// </summary>
    public static FlowLogFormat TransitGateway { get; } = FlowLogFormat.Parse(
        "version resource-type account-id tgw-id tgw-attachment-id tgw-src-vpc-account-id tgw-dst-vpc-account-id "
        + "tgw-src-vpc-id tgw-dst-vpc-id tgw-src-subnet-id tgw-dst-subnet-id tgw-src-eni tgw-dst-eni tgw-src-az-id "
        + "tgw-dst-az-id tgw-pair-attachment-id srcaddr dstaddr srcport dstport protocol packets bytes start end "
        + "log-status type packets-lost-no-route packets-lost-blackhole packets-lost-mtu-exceeded "
        + "packets-lost-ttl-expired tcp-flags region flow-direction pkt-src-aws-service pkt-dst-aws-service");

    /// <summary>All fields that VPC flow logs have up to a version, in the order of AWS's table.</summary>
    /// <param name="version">2 to <see cref="LastVersion"/>. Version 6 has no field of its own: it is transit gateways'.</param>
    public static FlowLogFormat UpTo(int version)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(version, LastVersion);
        return FlowLogFormat.Parse(string.Join(' ', FlowFields.All
            .Where(field => field.SinceVersion <= version && field.Id < FlowFieldId.ResourceType)
            .Select(static field => field.Name)));
    }
}
