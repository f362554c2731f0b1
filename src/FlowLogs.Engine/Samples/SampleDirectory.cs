using System.Collections.Frozen;
using FlowLogs.Records;

namespace FlowLogs.Samples;

/// <summary>What AWS would know of the addresses and interfaces in a sample: subnets, tags, services, the way packets take.</summary>
internal sealed class SampleDirectory
{
    private const string Region = "us-east-1";
    private const string NetworkAccount = "210987654321";
    private const string LocalZoneId = "use1-bos1-az1";

    private const int SameVpc = 1;
    private const int VirtualPrivateGateway = 3;
    private const int PeeringInRegion = 4;
    private const int GatewayEndpoint = 7;
    private const int InternetGateway = 8;

    private static readonly FrozenDictionary<string, string> Services = SampleSurroundings.ContentNetwork
        .Select(static address => KeyValuePair.Create(address, "CLOUDFRONT"))
        .Append(KeyValuePair.Create(SampleSurroundings.Storage, "S3"))
        .Append(KeyValuePair.Create(SampleNetwork.Monitor, "ROUTE53_HEALTHCHECKS"))
        .ToFrozenDictionary();

    private readonly SampleSubnet[] _subnets;
    private readonly FrozenDictionary<string, SampleInterface> _interfaces;
    private readonly FrozenSet<SampleInterface> _public;
    private readonly SampleSurroundings _around;

    public SampleDirectory(SampleRandom random, SampleNetwork network)
    {
        _around = network.Surroundings;
        _subnets = NewSubnets(random);
        SampleInterface[] all = [.. network.Interfaces, .. _around.Interfaces];
        foreach (var one in all)
            Place(one);
        _public = all.Where(one => SubnetOf(one).IsPublic).Append(_around.RegionalNatGateway).ToFrozenSet();
        _interfaces = all.Select(static one => KeyValuePair.Create(one.Address, one))
            .Concat(all.Where(static one => one.AddressV6 is not null).Select(static one => KeyValuePair.Create(one.AddressV6!, one)))
            .ToFrozenDictionary();
        TransitGatewayId = "tgw-0" + random.Hex(16);
        SampleLabels.Describe(network, random);
    }

    public string TransitGatewayId { get; }

    /// <summary>The AWS service that an address belongs to.</summary>
    public static string? ServiceOf(string address) => Services.GetValueOrDefault(address);

    /// <summary>Whether an address is an endpoint of a service.</summary>
    public bool IsEndpoint(string address) => address == SampleSurroundings.Storage || address == _around.Endpoint.Address;

    /// <summary>The traffic-path of what leaves an interface for an address.</summary>
    public int PathTo(SampleInterface from, string address)
    {
        if (Find(address) is { } other)
            return other.Shares(FlowFieldId.VpcId, from) ? SameVpc : PeeringInRegion;
        if (address == SampleSurroundings.DataCentre)
            return VirtualPrivateGateway;
        if (address == SampleSurroundings.Storage)
            return GatewayEndpoint;
        return GoesThroughNat(from) ? SameVpc : InternetGateway;
    }

    /// <summary>The interface to which packets go next, or from which they come; null where AWS does not know it.</summary>
    public SampleInterface? NextHop(SampleInterface from, string address)
    {
        if (Find(address) is { } other)
            return other;
        var isDirect = address is SampleSurroundings.DataCentre or SampleSurroundings.Storage;
        return !isDirect && GoesThroughNat(from) ? _around.NatGateway : null;
    }

    /// <summary>The interface behind which a transit gateway sees an address; null where it does not know it.</summary>
    public SampleInterface? Side(string address) =>
        Find(address) ?? (address == SampleSurroundings.DataCentre ? null : _around.Edge);

    /// <summary>The interface that has an address.</summary>
    public SampleInterface? Find(string address) => _interfaces.GetValueOrDefault(address);

    // A private host's way to the internet.
    private bool GoesThroughNat(SampleInterface from) => !_public.Contains(from);

    private SampleSubnet SubnetOf(SampleInterface one) =>
        _subnets.First(subnet => one.Address.StartsWith(subnet.Prefix, StringComparison.Ordinal));

    private void Place(SampleInterface one)
    {
        var subnet = SubnetOf(one);
        one.Set(FlowFieldId.AccountId, subnet.AccountId);
        one.Set(FlowFieldId.InterfaceId, one.Id);
        one.Set(FlowFieldId.VpcId, subnet.VpcId);
        one.Set(FlowFieldId.SubnetId, subnet.Id);
        one.Set(FlowFieldId.Region, Region);
        one.Set(FlowFieldId.TgwAttachmentId, subnet.AttachmentId);
        if (subnet.AzId is not null)
        {
            one.Set(FlowFieldId.AzId, subnet.AzId);
            return;
        }

        one.Set(FlowFieldId.SublocationType, "localzone");
        one.Set(FlowFieldId.SublocationId, LocalZoneId);
    }

    private static SampleSubnet[] NewSubnets(SampleRandom random)
    {
        var (main, data, edge) = (NewVpc(SampleNetwork.AccountId), NewVpc(SampleNetwork.AccountId), NewVpc(NetworkAccount));
        return
        [
            NewSubnet("10.0.0.", main, "use1-az1", isPublic: true),
            NewSubnet("10.0.1.", main, "use1-az1", isPublic: true),
            NewSubnet("10.0.3.", data, "use1-az2"),
            NewSubnet("10.0.16.", main, "use1-az2"),
            NewSubnet("10.0.17.", main, "use1-az4", isPublic: true),
            NewSubnet("10.0.18.", main, null),
            NewSubnet("10.0.19.", main, "use1-az4", isPublic: true),
            NewSubnet("10.255.0.", edge, "use1-az1", isPublic: true),
        ];

        (string Id, string Attachment, string Account) NewVpc(string account) =>
            ("vpc-0" + random.Hex(16), "tgw-attach-0" + random.Hex(16), account);

        SampleSubnet NewSubnet(string prefix, (string Id, string Attachment, string Account) vpc, string? azId, bool isPublic = false) =>
            new(prefix, vpc.Id, vpc.Attachment, vpc.Account, "subnet-0" + random.Hex(16), azId, isPublic);
    }
}
