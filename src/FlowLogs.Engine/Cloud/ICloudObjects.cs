namespace FlowLogs.Cloud;

/// <summary>One object of a bucket, as a listing gives it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="LastModified">When it was uploaded.</param>
public sealed record CloudObject(string Key, long Size, DateTimeOffset? LastModified);

/// <summary>What to ask of ListObjectsV2.</summary>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="Prefix">What the keys begin with; empty for all.</param>
public sealed record ObjectListQuery(string Bucket, string Prefix)
{
    /// <summary>
    /// Keys that have this behind the prefix are not listed; what they have in common up to it is, once.
    /// </summary>
    public string? Delimiter { get; init; }

    /// <summary>Only keys behind this one, in the order of their UTF-8 bytes.</summary>
    public string? StartAfter { get; init; }

    /// <summary>The most keys that a page may have, 1 to 1,000; null for as many as the service gives.</summary>
    public int? PageSize { get; init; }
}

/// <summary>One page of a listing, in the order of the keys' UTF-8 bytes.</summary>
/// <param name="Objects">The objects.</param>
/// <param name="Prefixes">What is common to the keys that the delimiter left out, the delimiter included.</param>
/// <param name="NextToken">The token to ask the next page with, or null.</param>
public sealed record CloudObjectPage(IReadOnlyList<CloudObject> Objects, IReadOnlyList<string> Prefixes, string? NextToken);

/// <summary>The bytes of an object from some place on. To be disposed, which gives the connection back.</summary>
/// <param name="Content">The bytes, as they come from the network. Reading may throw an <see cref="IOException"/>.</param>
/// <param name="Length">The length of the whole object in bytes.</param>
/// <param name="ETag">What tells this state of the object from others, where the service gives it.</param>
public sealed record CloudObjectBody(Stream Content, long Length, string? ETag) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Content.Dispose();
}

/// <summary>
/// The operations of S3 that the module uses, one call each. Every method throws <see cref="FlowLogException"/> for
/// whatever the service or the network answers.
/// </summary>
public interface ICloudObjects : ICloudService
{
    /// <summary>ListBuckets.</summary>
    Task<CloudPage<string>> ListBucketsAsync(string? namePrefix, string? nextToken, CancellationToken cancellationToken);

    /// <summary>ListObjectsV2.</summary>
    Task<CloudObjectPage> ListObjectsAsync(ObjectListQuery query, string? nextToken, CancellationToken cancellationToken);

    /// <summary>GetObject, from a byte on to the end; the body is not buffered.</summary>
    /// <param name="bucket">The bucket's name.</param>
    /// <param name="key">The object's key; the object must not be empty.</param>
    /// <param name="offset">The first byte that is wanted.</param>
    /// <param name="etag">The state of the object that is wanted, else <c>ObjectChanged</c>; null for any.</param>
    /// <param name="cancellationToken">Ends the call, but not the reading of the body.</param>
    Task<CloudObjectBody> OpenObjectAsync(string bucket, string key, long offset, string? etag, CancellationToken cancellationToken);
}
