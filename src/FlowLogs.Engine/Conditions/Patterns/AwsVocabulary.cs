using System.Collections.Frozen;
using System.Text;
using FlowLogs.Records;
using Id = FlowLogs.Records.FlowFieldId;

namespace FlowLogs.Conditions.Patterns;

/// <summary>
/// What is known of the values that AWS writes, from the user guide "Flow log records": in which case its words are, and
/// how small and large its numbers get.
/// </summary>
internal static class AwsVocabulary
{
    private const long LargestPort = ushort.MaxValue;
    private const long LargestProtocol = byte.MaxValue;

    private static readonly FrozenSet<Id> Capitals = new[]
    {
        Id.Action, Id.LogStatus, Id.PktSrcAwsService, Id.PktDstAwsService, Id.RejectReason,
    }.ToFrozenSet();

    private static readonly FrozenSet<Id> SmallLetters = new[]
    {
        Id.AccountId, Id.InterfaceId, Id.VpcId, Id.SubnetId, Id.InstanceId, Id.Region, Id.AzId, Id.SublocationType,
        Id.FlowDirection, Id.ResourceId, Id.InterfaceType, Id.NextHopInterfaceId, Id.NextHopSubnetId, Id.NextHopAzId,
        Id.NextHopVpcId, Id.NextHopInterfaceType, Id.TgwId, Id.TgwAttachmentId, Id.TgwSrcVpcAccountId,
        Id.TgwDstVpcAccountId, Id.TgwSrcVpcId, Id.TgwDstVpcId, Id.TgwSrcSubnetId, Id.TgwDstSubnetId, Id.TgwSrcEni,
        Id.TgwDstEni, Id.TgwSrcAzId, Id.TgwDstAzId, Id.TgwPairAttachmentId,
    }.ToFrozenSet();

    /// <summary>A text in the case that AWS writes the field's values in; null where it has no single one.</summary>
    public static string? InItsCase(FlowField field, string text)
    {
        // Letters beyond ASCII can have a form within, which they are not.
        if (field.Id is not { } id || !Ascii.IsValid(text))
            return null;
        if (Capitals.Contains(id))
            return text.ToUpperInvariant();
        if (SmallLetters.Contains(id))
            return text.ToLowerInvariant();
        return field.Vocabulary?.Values.FirstOrDefault(value => value.Text.Equals(text, StringComparison.OrdinalIgnoreCase))?.Text;
    }

    /// <summary>The smallest and the largest number that a field has.</summary>
    public static (long Min, long Max) Limits(FlowField field) => field.Id switch
    {
        Id.SrcPort or Id.DstPort => (0, LargestPort),
        Id.Protocol => (0, LargestProtocol),
        _ when field.Type == FlowFieldType.Int32 => (0, int.MaxValue),
        _ => (0, long.MaxValue),
    };
}
