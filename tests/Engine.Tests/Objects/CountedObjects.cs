using FlowLogs.Cloud;

namespace FlowLogs.Tests.Objects;

/// <summary>A connection to S3 that counts its GETs.</summary>
internal sealed class CountedObjects(ICloudObjects objects) : ICloudObjects
{
    private int _gets;

    public int Gets => _gets;

    public bool HasOwnEndpoint => objects.HasOwnEndpoint;

    public Task<CloudPage<string>> ListBucketsAsync(string? namePrefix, string? nextToken, CancellationToken cancellationToken) =>
        objects.ListBucketsAsync(namePrefix, nextToken, cancellationToken);

    public Task<CloudObjectPage> ListObjectsAsync(ObjectListQuery query, string? nextToken, CancellationToken cancellationToken) =>
        objects.ListObjectsAsync(query, nextToken, cancellationToken);

    public Task<CloudObjectBody> OpenObjectAsync(string bucket, string key, long offset, string? etag, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _gets);
        return objects.OpenObjectAsync(bucket, key, offset, etag, cancellationToken);
    }

    public void Dispose() => objects.Dispose();
}
