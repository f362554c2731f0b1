using System.Management.Automation;
using FlowLogs.Cloud;

namespace FlowLogs.PS.Binding;

/// <summary>Takes a place in S3 as a URI (<c>s3://bucket/prefix</c>) or as an ARN (<c>arn:aws:s3:::bucket/prefix</c>).</summary>
public sealed class BucketPathTransformAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value as BucketPath ?? BucketPath.TryParse(value?.ToString()) ?? throw new ArgumentTransformationMetadataException(
            $"\"{value}\" is no place in S3; give a URI such as s3://my-bucket/my-prefix, or an ARN such as arn:aws:s3:::my-bucket/my-prefix.");
    }
}
