using Amazon.S3;
using Amazon.S3.Model;
using FlowLogs.Aws.Connecting;
using FlowLogs.Aws.Errors;
using FlowLogs.Cloud;

namespace FlowLogs.Aws;

/// <summary>S3 through the SDK: one call for each method, and every error as one of ours.</summary>
internal sealed class CloudObjects(IAmazonS3 client, ServiceCalls calls) : ICloudObjects
{
    public bool HasOwnEndpoint => calls.HasOwnEndpoint;

    public async Task<CloudPage<string>> ListBucketsAsync(string? namePrefix, string? nextToken, CancellationToken cancellationToken)
    {
        var answer = await calls.CallAsync(
            client.ListBucketsAsync,
            new ListBucketsRequest { Prefix = namePrefix, ContinuationToken = nextToken },
            new CallSubject("ListBuckets"),
            cancellationToken);
        return Mapping.Page(answer.Buckets, static bucket => bucket.BucketName, answer.ContinuationToken);
    }

    public async Task<CloudObjectPage> ListObjectsAsync(ObjectListQuery query, string? nextToken, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var answer = await calls.CallAsync(
            client.ListObjectsV2Async,
            new ListObjectsV2Request
            {
                BucketName = query.Bucket,
                Prefix = query.Prefix,
                Delimiter = query.Delimiter,
                StartAfter = query.StartAfter,
                MaxKeys = query.PageSize,
                ContinuationToken = nextToken,
            },
            new ObjectSubject("ListObjectsV2", query.Bucket, query.Prefix),
            cancellationToken);
        return new CloudObjectPage(
            [.. (answer.S3Objects ?? []).Select(ToObject)], answer.CommonPrefixes ?? [], answer.NextContinuationToken);
    }

    public async Task<CloudObjectBody> OpenObjectAsync(string bucket, string key, long offset, string? etag, CancellationToken cancellationToken)
    {
        var subject = new ObjectSubject("GetObject", bucket, key);
        var answer = await calls.CallAsync(
            client.GetObjectAsync,
            new GetObjectRequest
            {
                BucketName = bucket,
                Key = key,
                // Also from the beginning: it says that the body is not to be buffered, and the answer has the whole length.
                ByteRange = new ByteRange(FormattableString.Invariant($"bytes={offset}-")),
                EtagToMatch = etag,
            },
            subject,
            cancellationToken);
        if (ContentRange.Parse(answer.ContentRange) is { } range && range.Start == offset)
            return new CloudObjectBody(answer.ResponseStream, range.Length, answer.ETag);

        answer.Dispose();
        throw new FlowLogException(
            "ServiceError", FlowErrorKind.ServiceError, $"The answer for {subject.Target} is not the range that was asked for.", subject.Target);
    }

    public void Dispose() => client.Dispose();

    private static CloudObject ToObject(S3Object item) => new(
        item.Key,
        item.Size ?? 0,
        item.LastModified is { } time ? new DateTimeOffset(time.ToUniversalTime()) : null);
}
