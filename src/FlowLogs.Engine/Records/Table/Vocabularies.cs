namespace FlowLogs.Records.Table;

/// <summary>The values that the user guide documents for fields that have few.</summary>
internal static class Vocabularies
{
    /// <summary>Names of protocols that are met in practice; <see cref="IPProtocols"/> has all.</summary>
    public static readonly FlowVocabulary Protocol = new(
        isOpen: true,
        [.. IPProtocols.Common.Select(static row => new FlowFieldValue($"{row.Number}", row.Name))]);

    public static readonly FlowVocabulary Action = new(
        isOpen: false,
        new("ACCEPT", "let through"),
        new("REJECT", "blocked by a security group or network ACL, or came after the connection had closed"));

    public static readonly FlowVocabulary LogStatus = new(
        isOpen: false,
        new("OK", "a flow"),
        new("NODATA", "no traffic in the interval"),
        new("SKIPDATA", "records of the interval were lost"));

    /// <summary>The bits; <see cref="FlowTcpFlags"/>.</summary>
    public static readonly FlowVocabulary TcpFlags = new(
        isOpen: false,
        [.. Enum.GetValues<FlowTcpFlags>().Select(static flag => new FlowFieldValue($"{flag:D}", $"{flag}"))]);

    public static readonly FlowVocabulary Type = new(
        isOpen: false,
        new("IPv4", ""),
        new("IPv6", ""),
        new("EFA", "Elastic Fabric Adapter"));

    public static readonly FlowVocabulary SublocationType = new(
        isOpen: false,
        new("wavelength", "Wavelength Zone"),
        new("outpost", "Outpost"),
        new("localzone", "Local Zone"));

    public static readonly FlowVocabulary FlowDirection = new(
        isOpen: false,
        new("ingress", "to the interface"),
        new("egress", "from the interface"));

    /// <summary>AWS has changed what it says of code 6: a local gateway first, then Local and Wavelength Zones.</summary>
    public static readonly FlowVocabulary TrafficPath = new(
        isOpen: true,
        new("1", "same VPC"),
        new("2", "internet gateway or gateway endpoint"),
        new("3", "virtual private gateway"),
        new("4", "peering in the Region"),
        new("5", "peering with another Region"),
        new("6", "local gateway, or Local or Wavelength Zone"),
        new("7", "gateway endpoint"),
        new("8", "internet gateway"));

    /// <summary>AWS services by the address ranges of ip-ranges.json, which grows.</summary>
    public static readonly FlowVocabulary AwsService = new(
        isOpen: true,
        [.. (
            "AMAZON AMAZON_APPFLOW AMAZON_CONNECT API_GATEWAY CHIME_MEETINGS CHIME_VOICECONNECTOR CLOUD9 CLOUDFRONT "
            + "CODEBUILD DYNAMODB EBS EC2 EC2_INSTANCE_CONNECT GLOBALACCELERATOR KINESIS_VIDEO_STREAMS ROUTE53 "
            + "ROUTE53_HEALTHCHECKS ROUTE53_HEALTHCHECKS_PUBLISHING ROUTE53_RESOLVER S3 WORKSPACES_GATEWAYS")
            .Split(' ').Select(static service => new FlowFieldValue(service, ""))]);

    public static readonly FlowVocabulary RejectReason = new(
        isOpen: true,
        new("BPA", "VPC Block Public Access"),
        new("EC", "VPC encryption controls"));

    public static readonly FlowVocabulary EncryptionStatus = new(
        isOpen: false,
        new("0", "not encrypted"),
        new("1", "Nitro"),
        new("2", "application"),
        new("3", "Nitro and application"));

    public static readonly FlowVocabulary InterfaceType = new(
        isOpen: true,
        new("nat_gateway", ""),
        new("network_load_balancer", ""),
        new("regional_nat_gateway", ""),
        new("transit_gateway", ""),
        new("vpc_endpoint", ""));

    public static readonly FlowVocabulary ResourceType = new(
        isOpen: false,
        new("TransitGateway", ""),
        new("TransitGatewayAttachment", ""));
}
