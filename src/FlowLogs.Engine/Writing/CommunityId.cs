using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using FlowLogs.Conditions.Values;
using FlowLogs.Records;

namespace FlowLogs.Writing;

/// <summary>
/// The Community ID of a flow, version 1 with seed 0 (https://github.com/corelight/community-id-spec): the same for both
/// directions, and the same in other tools that saw the flow.
/// </summary>
internal static class CommunityId
{
    /// <summary>The length of an id: version, colon and 20 bytes in Base64.</summary>
    public const int Length = 30;

    private const byte Icmp = 1;
    private const byte Tcp = 6;
    private const byte Udp = 17;
    private const byte IcmpV6 = 58;
    private const byte Sctp = 132;

    /// <summary>
    /// Writes a record's id. There is none where the addresses, the protocol or the ports it needs are missing, and none
    /// for ICMP, whose types are no fields of flow logs.
    /// </summary>
    public static bool TryWrite(in RecordFields fields, Span<byte> id)
    {
        if (!AddressText.TryParse(fields.Peek(FlowFieldId.SrcAddr), out var source, out var isIPv6)
            || !AddressText.TryParse(fields.Peek(FlowFieldId.DstAddr), out var destination, out var isOtherIPv6)
            || isIPv6 != isOtherIPv6
            || fields.Number(FlowFieldId.Protocol) is not { } protocol
            || protocol is < 0 or > byte.MaxValue)
        {
            return false;
        }

        ushort sourcePort = 0;
        ushort destinationPort = 0;
        switch (protocol)
        {
            case Icmp or IcmpV6:
                return false;
            case Tcp or Udp or Sctp:
                if (fields.Number(FlowFieldId.SrcPort) is not { } from || from is < 0 or > ushort.MaxValue
                    || fields.Number(FlowFieldId.DstPort) is not { } to || to is < 0 or > ushort.MaxValue)
                {
                    return false;
                }

                sourcePort = (ushort)from;
                destinationPort = (ushort)to;
                break;
        }

        // The smaller end comes first.
        if (source > destination || (source == destination && sourcePort > destinationPort))
        {
            (source, destination) = (destination, source);
            (sourcePort, destinationPort) = (destinationPort, sourcePort);
        }

        Span<byte> input = stackalloc byte[40];
        var length = 2;
        length += WriteAddress(source, isIPv6, input[length..]);
        length += WriteAddress(destination, isIPv6, input[length..]);
        input[length] = (byte)protocol;
        length += 2;
        if (protocol is Tcp or Udp or Sctp)
        {
            BinaryPrimitives.WriteUInt16BigEndian(input[length..], sourcePort);
            BinaryPrimitives.WriteUInt16BigEndian(input[(length + 2)..], destinationPort);
            length += 4;
        }

        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The id is defined with SHA-1; it keeps nothing secret.
        SHA1.HashData(input[..length], hash);
#pragma warning restore CA5350
        "1:"u8.CopyTo(id);
        Base64.EncodeToUtf8(hash, id[2..], out _, out _);
        return true;
    }

    private static int WriteAddress(UInt128 address, bool isIPv6, Span<byte> output)
    {
        if (isIPv6)
            BinaryPrimitives.WriteUInt128BigEndian(output, address);
        else
            BinaryPrimitives.WriteUInt32BigEndian(output, (uint)address);
        return isIPv6 ? 16 : 4;
    }
}
