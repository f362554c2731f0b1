using Id = FlowLogs.Records.FlowFieldId;

namespace FlowLogs.Scanning;

/// <summary>Tells fields from each other by what AWS writes in them, for lines whose format is in doubt.</summary>
internal static class FieldLikeness
{
    /// <summary>Whether a text may well be the field's. Of most fields nothing is known.</summary>
    public static bool IsLikely(Id? field, ReadOnlySpan<byte> text)
    {
        if (text.SequenceEqual("-"u8))
            return true;
        return field switch
        {
            Id.Action => text.SequenceEqual("ACCEPT"u8) || text.SequenceEqual("REJECT"u8),
            Id.LogStatus => text.SequenceEqual("OK"u8) || text.SequenceEqual("NODATA"u8) || text.SequenceEqual("SKIPDATA"u8),
            Id.Type => text.SequenceEqual("IPv4"u8) || text.SequenceEqual("IPv6"u8) || text.SequenceEqual("EFA"u8),
            Id.FlowDirection => text.SequenceEqual("ingress"u8) || text.SequenceEqual("egress"u8),
            Id.SrcAddr or Id.DstAddr or Id.PktSrcAddr or Id.PktDstAddr => text.ContainsAny((byte)'.', (byte)':'),
            Id.AccountId or Id.TgwSrcVpcAccountId or Id.TgwDstVpcAccountId =>
                text.Length == 12 && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9'),
            Id.InterfaceId or Id.NextHopInterfaceId or Id.TgwSrcEni or Id.TgwDstEni => text.StartsWith("eni-"u8),
            Id.VpcId or Id.NextHopVpcId or Id.TgwSrcVpcId or Id.TgwDstVpcId => text.StartsWith("vpc-"u8),
            Id.SubnetId or Id.NextHopSubnetId or Id.TgwSrcSubnetId or Id.TgwDstSubnetId => text.StartsWith("subnet-"u8),
            Id.InstanceId => text.StartsWith("i-"u8),
            Id.TgwId => text.StartsWith("tgw-"u8),
            _ => true,
        };
    }
}
