using FlowLogs.Cloud;

namespace FlowLogs.Reading.Objects;

/// <summary>An object in a bucket of S3.</summary>
internal sealed class S3ObjectSource(
    ICloudObjects objects, string bucket, string key, ObjectReadLimits limits, CancellationToken cancellationToken) : FlowSource
{
    public override string Name => $"s3://{bucket}/{key}";

    public override Stream Open() => new ObjectStream(objects, bucket, key, limits, cancellationToken);

    public override FlowLogException Describe(Exception error) => error as FlowLogException
        ?? new("ObjectNotReadable", FlowErrorKind.ReadError, $"{Name} cannot be read: {error.Message}", Name, error);
}
