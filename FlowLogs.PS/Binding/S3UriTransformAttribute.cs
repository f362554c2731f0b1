using System.Management.Automation;
using FlowLogs.Cloud;

namespace FlowLogs.PS.Binding;

/// <summary>Takes a place in S3 as <see cref="S3Uri.Parse"/> reads it.</summary>
public sealed class S3UriTransformAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        try
        {
            return value as S3Uri ?? S3Uri.Parse(value?.ToString() ?? "");
        }
        catch (FlowLogException e)
        {
            throw new ArgumentTransformationMetadataException(e.Message, e);
        }
    }
}
